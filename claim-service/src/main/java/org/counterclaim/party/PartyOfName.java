package org.counterclaim.party;

import com.github.f4b6a3.ulid.Ulid;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.kit.store.Duplicate;

/** Makes a party of a name that nobody has yet: nobody is written down twice because two texts name him. */
@ApplicationScoped
public class PartyOfName {

    private final Parties parties;
    private final Clock clock;

    PartyOfName(Parties parties, Clock clock) {
        this.parties = parties;
        this.clock = clock;
    }

    /** @return its id, which follows from the name, so that of two who make it at once one finds it made */
    public Uni<String> make(PartyContent content, Caller writer) {
        String id = Party.PREFIX + Ulid.from(digest(content.name()));
        return parties.insert(Party.first(id, content, clock.instant()), Change.ofContent(writer, null, null))
                .replaceWith(id)
                .onFailure(Duplicate::is)
                .recoverWithItem(id);
    }

    private static byte[] digest(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(hash, Ulid.ULID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.counterclaim.party;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.json.ContentPatch;
import org.counterclaim.kit.security.Caller;

/** Writes the next revision of a party. What it has said stands on the side that it spoke for then. */
@ApplicationScoped
class ReviseParty {

    private final Parties parties;
    private final ContentPatch patches;
    private final Clock clock;

    ReviseParty(Parties parties, ContentPatch patches, Clock clock) {
        this.parties = parties;
        this.patches = patches;
        this.clock = clock;
    }

    Uni<Party> patch(String id, String ifMatch, JsonNode patch, Caller writer) {
        return parties.getForWrite(id).chain(party -> {
            Preconditions.requireMatch(ifMatch, party.revision());
            PartyContent next = patches.apply(party.content(), PartyContent.class, patch);
            return parties.replace(party.revised(next, clock.instant()), Change.ofContent(writer, null, null));
        });
    }
}

package org.counterclaim.party;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.store.Duplicate;

/** Keeps a party that something else brings along. */
@ApplicationScoped
public class KeepParty {

    private final Parties parties;
    private final Clock clock;

    KeepParty(Parties parties, Clock clock) {
        this.parties = parties;
        this.clock = clock;
    }

    /** Makes a party of this id, unless there is one. */
    public Uni<Void> unlessKnown(String id, PartyContent content, Change change) {
        return parties.all(List.of(id))
                .chain(known -> known.isEmpty()
                        ? parties.insert(Party.first(id, content, clock.instant()), change)
                                .onFailure(Duplicate::is)
                                .recoverWithNull()
                        : Uni.createFrom().nullItem())
                .replaceWithVoid();
    }
}

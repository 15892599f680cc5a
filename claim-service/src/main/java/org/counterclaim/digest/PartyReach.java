package org.counterclaim.digest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.counterclaim.kit.store.Reach;
import org.counterclaim.kit.store.ReachOf;
import org.counterclaim.party.Party;

/** Whom a party concerns. */
@ApplicationScoped
class PartyReach implements ReachOf<Party> {

    private final NamedReach named;

    PartyReach(NamedReach named) {
        this.named = named;
    }

    @Override
    public Uni<Reach> of(Party party) {
        return named.of(party.id());
    }
}

package org.counterclaim.digest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.counterclaim.evidence.Evidence;
import org.counterclaim.kit.store.Reach;
import org.counterclaim.kit.store.ReachOf;

/** Whom an item of evidence concerns. */
@ApplicationScoped
class EvidenceReach implements ReachOf<Evidence> {

    private final NamedReach named;

    EvidenceReach(NamedReach named) {
        this.named = named;
    }

    @Override
    public Uni<Reach> of(Evidence evidence) {
        return named.of(evidence.id());
    }
}

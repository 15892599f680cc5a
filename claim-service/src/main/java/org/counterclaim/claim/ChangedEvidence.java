package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.counterclaim.evidence.Evidence;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.store.Consequences;

/** An item of evidence that has changed has consequences for the claims that name it; a new one is named by none yet. */
@ApplicationScoped
class ChangedEvidence implements Consequences<Evidence> {

    private final DueFindings findings;

    ChangedEvidence(DueFindings findings) {
        this.findings = findings;
    }

    @Override
    public Uni<Void> of(Evidence revision, Change change) {
        return revision.revision() == 1 ? Uni.createFrom().voidItem() : findings.note(revision.id());
    }
}

package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.store.Consequences;
import org.counterclaim.party.Party;

/** A party that has changed has consequences for the claims that name it; a new one is named by none yet. */
@ApplicationScoped
class ChangedParty implements Consequences<Party> {

    private final DueFindings findings;

    ChangedParty(DueFindings findings) {
        this.findings = findings;
    }

    @Override
    public Uni<Void> of(Party revision, Change change) {
        return revision.revision() == 1 ? Uni.createFrom().voidItem() : findings.note(revision.id());
    }
}

package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.store.Consequences;

/** What a revision of a claim brings about: another one takes over what it had, and it is found out what follows for itself. */
@ApplicationScoped
class WhatFollows implements Consequences<Claim> {

    private final TakeOver takeOver;
    private final UpdateFindings findings;

    WhatFollows(TakeOver takeOver, UpdateFindings findings) {
        this.takeOver = takeOver;
        this.findings = findings;
    }

    @Override
    public Uni<Void> of(Claim revision, Change change) {
        return revision.isSuperseded() ? takeOver.of(revision, change) : findings.of(revision.id());
    }
}

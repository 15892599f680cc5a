package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.editorial.Transition;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.security.Caller;

/** Moves a claim to another editorial status. */
@ApplicationScoped
class MoveClaim {

    private final Claims claims;
    private final Clock clock;

    MoveClaim(Claims claims, Clock clock) {
        this.claims = claims;
        this.clock = clock;
    }

    Uni<Claim> by(String id, String ifMatch, Transition move, Caller caller) {
        return claims.getForWrite(id).chain(claim -> {
            Preconditions.requireMatch(ifMatch, claim.revision());
            Editorial moved = claim.editorial().moved(move, caller, ClaimFlags.of(claim));
            if (move.to() == EditorialStatus.IN_REVIEW && claim.appearances().isEmpty()) {
                throw claim.editorial().refused("A review needs at least one place where the claim appears.");
            }
            return claims.replace(claim.next(moved, clock.instant()), Change.ofMove(caller, move));
        });
    }
}

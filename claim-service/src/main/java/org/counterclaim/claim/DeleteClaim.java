package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.security.Caller;

/** Ends a draft; what was published is withheld, retracted or removed instead. */
@ApplicationScoped
class DeleteClaim {

    private final Claims claims;
    private final Clock clock;

    DeleteClaim(Claims claims, Clock clock) {
        this.claims = claims;
        this.clock = clock;
    }

    Uni<Void> by(String id, String ifMatch, Caller editor) {
        return claims.getForWrite(id).chain(claim -> {
            Preconditions.requireMatch(ifMatch, claim.revision());
            if (claim.editorial().status() != EditorialStatus.DRAFT) {
                throw claim.editorial().refused("Only a draft is deleted.");
            }
            return claims.delete(claim.next(claim.editorial(), clock.instant()), Change.ofDeletion(editor));
        });
    }
}

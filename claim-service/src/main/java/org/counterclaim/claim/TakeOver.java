package org.counterclaim.claim;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.counterclaim.kit.editorial.Change;

/**
 * Gives what a superseded claim had to the one that stands in its place: the one that it was merged into, or, where that was
 * merged too, the one at the end. Done twice it comes to the same.
 */
@ApplicationScoped
class TakeOver {

    private static final int PRECONDITION_FAILED = 412;

    private final Claims claims;
    private final Clock clock;

    TakeOver(Claims claims, Clock clock) {
        this.claims = claims;
        this.clock = clock;
    }

    /** @param merger who has merged it, and why */
    Uni<Void> of(Claim superseded, Change merger) {
        return endOf(superseded.into())
                .chain(end -> end == null || end.mergedFrom().contains(superseded.id())
                        ? Uni.createFrom().voidItem()
                        : claims.replace(Merging.enriched(end, superseded, clock.instant()), merger)
                                .replaceWithVoid()
                                .onFailure(TakeOver::isOvertaken)
                                .recoverWithUni(() -> of(superseded, merger)));
    }

    /** Each was merged into one with a smaller id: there is an end. */
    private Uni<Claim> endOf(String id) {
        return claims.findForWrite(id)
                .chain(claim -> claim != null && claim.isSuperseded()
                        ? endOf(claim.into())
                        : Uni.createFrom().item(claim));
    }

    private static boolean isOvertaken(Throwable failure) {
        return failure instanceof HttpProblem problem && problem.getStatusCode() == PRECONDITION_FAILED;
    }
}

package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.security.Caller;

/**
 * Makes one claim of two. The larger id always loses, so that two editors who merge the same two crosswise want the same. That it
 * is superseded is the commit; what it had is taken over by the other one in consequence (see {@link TakeOver}).
 */
@ApplicationScoped
class MergeClaims {

    private final Claims claims;
    private final GraphGuard guard;
    private final Refinements refinements;
    private final Clock clock;

    MergeClaims(Claims claims, GraphGuard guard, Refinements refinements, Clock clock) {
        this.claims = claims;
        this.guard = guard;
        this.refinements = refinements;
        this.clock = clock;
    }

    /**
     * Merges a claim with another one.
     *
     * @param write of the claim that the request names first; its tag is compared, whichever of the two it is
     * @return the one that lost, as it stands then
     */
    Uni<Claim> with(String other, ClaimWrite write) {
        if (other.equals(write.id())) {
            throw invalid("same-claim", "A claim is not merged with itself.");
        }
        return claims.getForWrite(write.id())
                .invoke(claim -> Preconditions.requireMatch(write.ifMatch(), claim.revision()))
                .chain(claim -> other(other)
                        .chain(second -> claim.id().compareTo(second.id()) > 0
                                ? merge(claim, second, write)
                                : merge(second, claim, write)));
    }

    private Uni<Claim> merge(Claim loser, Claim survivor, ClaimWrite write) {
        Caller editor = write.writer();
        Editorial superseded = loser.editorial().superseded(editor);
        if (survivor.editorial().status() != EditorialStatus.PUBLISHED) {
            throw survivor.editorial().refused("A claim is merged into one that is published.");
        }
        if (Merging.isTooMuch(survivor, loser)) {
            throw Problem.CONFLICT.because(
                    "Together they have more places, positions, relations or reviews than one claim may.");
        }
        Claim merged = Merging.superseded(loser, survivor.id(), superseded, clock.instant());
        return guard.during(
                Step.merge(loser, survivor, clock.instant()),
                steps -> refinements
                        .leadBack(loser.id(), survivor.id(), steps)
                        .invoke(MergeClaims::requireNoCircle)
                        .replaceWithVoid(),
                () -> claims.replace(merged, write.change()));
    }

    private Uni<Claim> other(String id) {
        return claims.findForWrite(id)
                .onItem()
                .ifNull()
                .failWith(() -> invalid("unknown-claim", "There is no claim of this id."));
    }

    private static void requireNoCircle(boolean circle) {
        if (circle) {
            throw GraphProblem.CYCLE.because("One of them refines a claim that refines the other one.");
        }
    }

    private static RuntimeException invalid(String code, String detail) {
        return Problem.VALIDATION.because(detail, List.of(new FieldError("/into", code, detail)));
    }
}

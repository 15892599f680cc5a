package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.relation.Relation;

/**
 * Puts claims into relations and takes them out. A relation that is the same from both ends stands in one of the two claims,
 * whichever end it was written from first, and is found and taken away from both.
 */
@ApplicationScoped
class RelateClaims {

    private final Claims claims;
    private final GraphGuard guard;
    private final Refinements refinements;
    private final Clock clock;

    RelateClaims(Claims claims, GraphGuard guard, Refinements refinements, Clock clock) {
        this.claims = claims;
        this.guard = guard;
        this.refinements = refinements;
        this.clock = clock;
    }

    /** @return the claim as it stands then; 409 if the relation would close a circle, 404 if there is no such other claim */
    Uni<Claim> put(ClaimWrite write, Relation relation) {
        return claims.getForWrite(write.id()).chain(claim -> {
            Preconditions.requireMatch(write.ifMatch(), claim.revision());
            Editorial written = claim.editorial().written(write.writer(), write.change());
            return other(relation.target())
                    .invoke(target -> requireTwo(claim, target))
                    .chain(target -> isThere(claim, target, relation)
                            ? Uni.createFrom().item(claim)
                            : add(write, claim, relation, written));
        });
    }

    /**
     * Writes a claim that has relations from its beginning. The other claims may not be there yet: whichever of a circle comes last
     * is the one that is checked against the others.
     *
     * @param write writes the claim
     * @return what it returns; 409 if one of its relations would close a circle
     */
    <T> Uni<T> all(Claim first, Supplier<Uni<T>> write) {
        Supplier<Uni<T>> guarded = write;
        for (Relation relation : first.relations()) {
            if (relation.type() == Relation.Type.REFINES) {
                Step step = Step.relation(first.withRevision(0), relation, clock.instant());
                Supplier<Uni<T>> inner = guarded;
                guarded = () -> guard.during(step, steps -> check(step, steps), inner);
            }
        }
        return guarded.get();
    }

    /** @return the claim as it stands then; 404 if there is no such relation */
    Uni<Claim> remove(ClaimWrite write, Relation relation) {
        return claims.getForWrite(write.id()).chain(claim -> {
            Preconditions.requireMatch(write.ifMatch(), claim.revision());
            return claim.relations().contains(relation)
                    ? without(write, claim, relation)
                    : other(relation.target())
                            .map(target -> requireInverse(claim, target, relation))
                            .chain(target -> without(write, target, relation.from(claim.id())))
                            .replaceWith(claim);
        });
    }

    private Uni<Claim> add(ClaimWrite write, Claim claim, Relation relation, Editorial written) {
        Step step = Step.relation(claim, relation, clock.instant());
        List<Relation> more =
                Stream.concat(claim.relations().stream(), Stream.of(relation)).toList();
        if (more.size() > Claim.MAX_RELATIONS) {
            throw Problem.CONFLICT.because("A claim has at most " + Claim.MAX_RELATIONS + " relations.");
        }
        return guard.during(
                step,
                steps -> check(step, steps),
                () -> claims.replace(claim.withRelations(more).next(written, clock.instant()), write.change()));
    }

    private Uni<Claim> without(ClaimWrite write, Claim claim, Relation relation) {
        Editorial written = claim.editorial().written(write.writer(), write.change());
        List<Relation> left =
                claim.relations().stream().filter(r -> !r.equals(relation)).toList();
        return claims.replace(claim.withRelations(left).next(written, clock.instant()), write.change());
    }

    /** What was looked at before may have changed since. */
    private Uni<Void> check(Step step, List<Step> steps) {
        if (steps.stream().anyMatch(step::isInverse)) {
            throw sameFromTheOtherEnd();
        }
        if (step.type() == Relation.Type.REFINES) {
            return refinements
                    .lead(step.to(), step.from(), steps)
                    .invoke(RelateClaims::requireNoCircle)
                    .replaceWithVoid();
        }
        return claims.get(step.to())
                .invoke(target -> {
                    if (isInverseIn(target, new Relation(step.type(), step.to()), step.from())) {
                        throw sameFromTheOtherEnd();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Claim> other(String id) {
        return claims.getForWrite(id).invoke(claim -> {
            if (claim.editorial().status() == EditorialStatus.REMOVED) {
                throw Editorial.hidden();
            }
        });
    }

    private static void requireTwo(Claim claim, Claim target) {
        if (claim.id().equals(target.id())) {
            throw GraphProblem.CYCLE.because("A claim stands in no relation to itself.");
        }
        if (target.into() != null) {
            throw Problem.CONFLICT.because("That claim was merged into " + target.into() + ": relate to that one.");
        }
    }

    private static void requireNoCircle(boolean circle) {
        if (circle) {
            throw GraphProblem.CYCLE.because("The other claim refines this one already, or one that it leads to does.");
        }
    }

    private static Claim requireInverse(Claim claim, Claim target, Relation relation) {
        if (!isInverseIn(target, relation, claim.id())) {
            throw Problem.NOT_FOUND.because("The claim stands in no such relation.");
        }
        return target;
    }

    private static boolean isThere(Claim claim, Claim target, Relation relation) {
        return claim.relations().contains(relation) || isInverseIn(target, relation, claim.id());
    }

    static boolean isInverseIn(Claim target, Relation relation, String id) {
        return relation.type().isSymmetric() && target.relations().contains(relation.from(id));
    }

    private static RuntimeException sameFromTheOtherEnd() {
        return Problem.CONFLICT.because("Somebody has written the same from the other end: read it.");
    }
}

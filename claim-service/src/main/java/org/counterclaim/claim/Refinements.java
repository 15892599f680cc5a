package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.relation.Relation;

/** Follows from claim to claim what refines what, in the store and in what is about to be written there. */
@ApplicationScoped
class Refinements {

    private final Claims claims;

    Refinements(Claims claims) {
        this.claims = claims;
    }

    /** Whether one gets from a claim to another one. */
    Uni<Boolean> lead(String from, String to, List<Step> steps) {
        return same(Set.of(from), steps)
                .chain(start -> same(Set.of(to), steps)
                        .chain(goals -> Collections.disjoint(start, goals)
                                ? follow(start, goals, new HashSet<>(), steps)
                                : Uni.createFrom().item(true)));
    }

    /** Whether one comes back to either of two claims by way of another one. */
    Uni<Boolean> leadBack(String one, String other, List<Step> steps) {
        return same(Set.of(one, other), steps)
                .chain(both ->
                        refined(both, steps).chain(beyond -> follow(less(beyond, both), both, new HashSet<>(), steps)));
    }

    private Uni<Boolean> follow(Set<String> from, Set<String> goals, Set<String> seen, List<Step> steps) {
        Set<String> fresh = from.stream().filter(seen::add).collect(Collectors.toSet());
        return fresh.isEmpty()
                ? Uni.createFrom().item(false)
                : refined(fresh, steps)
                        .chain(next -> Collections.disjoint(next, goals)
                                ? follow(next, goals, seen, steps)
                                : Uni.createFrom().item(true));
    }

    /** What these refine. */
    private Uni<Set<String>> refined(Set<String> ids, List<Step> steps) {
        return claims.all(ids)
                .map(found -> union(
                        found.stream()
                                .flatMap(claim -> claim.relations().stream())
                                .filter(relation -> relation.type() == Relation.Type.REFINES)
                                .map(Relation::target),
                        steps.stream()
                                .filter(step -> step.type() == Relation.Type.REFINES && ids.contains(step.from()))
                                .map(Step::to)))
                .chain(targets -> same(targets, steps));
    }

    /** These, and those that are one with them: merged, or about to be. */
    private Uni<Set<String>> same(Set<String> ids, List<Step> steps) {
        return claims.all(ids)
                .map(found -> union(
                        Stream.concat(
                                ids.stream(), found.stream().map(Claim::into).filter(Objects::nonNull)),
                        steps.stream()
                                .filter(step ->
                                        step.isMerge() && (ids.contains(step.from()) || ids.contains(step.to())))
                                .flatMap(step -> Stream.of(step.from(), step.to()))))
                .chain(all -> all.size() == ids.size() ? Uni.createFrom().item(ids) : same(all, steps));
    }

    private static Set<String> union(Stream<String> some, Stream<String> more) {
        return Stream.concat(some, more).collect(Collectors.toSet());
    }

    private static Set<String> less(Set<String> all, Set<String> some) {
        return all.stream().filter(id -> !some.contains(id)).collect(Collectors.toSet());
    }
}

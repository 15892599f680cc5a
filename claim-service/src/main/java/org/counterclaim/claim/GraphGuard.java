package org.counterclaim.claim;

import com.mongodb.client.model.Filters;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.kit.store.Documents;
import org.counterclaim.kit.store.Duplicate;
import org.counterclaim.kit.store.RecordForm;
import org.counterclaim.kit.store.ServiceStore;

/**
 * Lets the graph of claims be changed by one after the other, although each edge stands in a claim of its own. Whoever is going to
 * write an edge first says so in one document that all of them go through, and checks his against what stands in the claims and
 * against what others are about to write. So of two edges that would close a circle together one is refused, however the two
 * writers race; and no lock is left behind by one that dies.
 */
@ApplicationScoped
class GraphGuard {

    private static final String GRAPH = "graph";

    private final Documents guards;
    private final Claims claims;
    private final Clock clock;
    private final RecordForm<StepsUnderWay> form = new RecordForm<>(StepsUnderWay.class);

    GraphGuard(ServiceStore store, Claims claims, Clock clock) {
        this.guards = store.documents("guards");
        this.claims = claims;
        this.clock = clock;
    }

    /**
     * Writes an edge.
     *
     * @param check fails if the edge must not be, given what others are about to write
     * @param write writes the claim
     */
    <T> Uni<T> during(Step step, Function<List<Step>, Uni<Void>> check, Supplier<Uni<T>> write) {
        return announce(step, check)
                .chain(() -> write.get().onFailure(GraphGuard::isRefusal).call(() -> forget(step)));
    }

    private Uni<Void> announce(Step step, Function<List<Step>, Uni<Void>> check) {
        return read().chain(guard -> unsettled(guard.steps())
                .chain(open -> check.apply(open)
                        .chain(() -> swap(guard, guard.with(with(open, step))))
                        .chain(first -> first ? Uni.createFrom().voidItem() : announce(step, check))));
    }

    private Uni<Void> forget(Step step) {
        return read().chain(guard -> swap(guard, guard.with(without(guard.steps(), step)))
                .chain(first -> first ? Uni.createFrom().voidItem() : forget(step)));
    }

    private Uni<StepsUnderWay> read() {
        return guards.first(Filters.eq("_id", GRAPH))
                .chain(found -> found == null
                        ? guards.insert(form.write(new StepsUnderWay(GRAPH, 0, List.of())))
                                .onFailure(Duplicate::is)
                                .recoverWithNull()
                                .chain(this::read)
                        : Uni.createFrom().item(form.read(found)));
    }

    /** Whether nobody was there in between. */
    private Uni<Boolean> swap(StepsUnderWay seen, StepsUnderWay next) {
        return guards.replace(
                        Filters.and(Filters.eq("_id", GRAPH), Filters.eq("version", seen.version())), form.write(next))
                .map(replaced -> replaced != null);
    }

    /** Those that may be written yet. What was written is known by its claim, which has gone on since; a merge has more to do. */
    private Uni<List<Step>> unsettled(List<Step> steps) {
        Set<String> written = steps.stream().map(Step::from).collect(Collectors.toSet());
        return claims.revisions(written)
                .map(revisions -> steps.stream()
                        .filter(step -> !step.isOver(clock.instant()))
                        .filter(step -> step.isMerge() || revisions.getOrDefault(step.from(), 0) <= step.revision())
                        .toList());
    }

    private static List<Step> with(List<Step> steps, Step step) {
        return Stream.concat(steps.stream(), Stream.of(step)).toList();
    }

    private static List<Step> without(List<Step> steps, Step step) {
        return steps.stream().filter(other -> !other.id().equals(step.id())).toList();
    }

    /** It is known that nothing was written; after anything else it is not. */
    private static boolean isRefusal(Throwable failure) {
        return failure instanceof HttpProblem problem && problem.getStatusCode() < 500;
    }
}

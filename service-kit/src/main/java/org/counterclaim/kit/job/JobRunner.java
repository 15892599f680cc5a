package org.counterclaim.kit.job;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.time.BackgroundWork;
import org.jboss.logging.Logger;

/** Works on one job at a time, batch by batch. */
@Singleton
class JobRunner {

    private static final Logger LOG = Logger.getLogger(JobRunner.class);
    private static final Duration OFTEN = Duration.ofMillis(200);

    private final Map<String, JobKind> kinds;
    private final JobQueue queue;

    JobRunner(@All List<JobKind> kinds, JobQueue queue) {
        this.kinds = kinds.stream().collect(Collectors.toMap(JobKind::name, Function.identity()));
        this.queue = queue;
    }

    void work(@Observes StartupEvent start, BackgroundWork background) {
        if (!kinds.isEmpty()) {
            background.every(OFTEN, "working on jobs", this::run);
            background.every(Duration.ofHours(1), "forgetting jobs", queue::forget);
        }
    }

    /** Works on the next job to its end. */
    Uni<Void> run() {
        return queue.take(kinds.keySet())
                .onItem()
                .ifNotNull()
                .transformToUni(this::run)
                .replaceWithVoid();
    }

    /** A failure of the store leaves the job to whoever takes it next; any other one ends it, since it would come again. */
    private Uni<Void> run(Job job) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(job), now -> step(now.get()).invoke(next -> now.set(next.job)))
                .whilst(Step::goesOn)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /**
     * One step of a job.
     *
     * @param goesOn whether there is another one to take
     */
    private record Step(Job job, boolean goesOn) {}

    private Uni<Step> step(Job job) {
        if (job.isOver()) {
            return queue.end(job, JobState.DONE, null).replaceWith(new Step(job, false));
        }
        return queue.begin(job)
                .onItem()
                .ifNotNull()
                .transformToUni(rows -> work(job, rows))
                .map(next -> next == null ? new Step(job, false) : new Step(next, true))
                .onFailure(failure -> !isOutage(failure))
                .recoverWithUni(failure -> giveUp(job, failure));
    }

    private Uni<Job> work(Job job, List<JobRow> rows) {
        List<JobRow> good = rows.stream().filter(row -> row.fault() == null).toList();
        return kinds.get(job.kind())
                .work(job, good, job.begun())
                .map(outcomes -> merged(rows, outcomes.iterator()))
                .chain(outcomes -> queue.advance(job, outcomes));
    }

    private static List<RowOutcome> merged(List<JobRow> rows, Iterator<RowOutcome> outcomes) {
        List<RowOutcome> all = new ArrayList<>();
        for (JobRow row : rows) {
            all.add(row.fault() == null ? outcomes.next() : unreadable(row));
        }
        return all;
    }

    private static RowOutcome unreadable(JobRow row) {
        return RowOutcome.failed(new RowError(row.number(), null, Problem.MALFORMED.code(), row.fault(), List.of()));
    }

    private Uni<Step> giveUp(Job job, Throwable failure) {
        LOG.errorf(failure, "Job %s fails in batch %d", job.id(), job.batch());
        return queue.end(job, JobState.FAILED, "The service failed after " + job.done() + " rows; its log has more.")
                .replaceWith(new Step(job, false));
    }

    private static boolean isOutage(Throwable failure) {
        return failure instanceof HttpProblem problem
                && problem.getStatusCode() == Problem.UPSTREAM_UNAVAILABLE.status();
    }
}

package org.counterclaim.kit.job;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.set;

import io.quarkus.mongodb.FindOptions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.counterclaim.kit.store.Documents;
import org.counterclaim.kit.store.RecordForm;
import org.counterclaim.kit.store.ServiceStore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The jobs as those see them who work on them: one process at a time on each, under a lease. After each batch it says how far it is,
 * so that another one can go on from there; one that has lost its lease meanwhile hears so then.
 */
@Singleton
class JobQueue {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration UPLOADED = Duration.ofHours(1);

    private final String me = UUID.randomUUID().toString();
    private final Documents jobs;
    private final Documents errors;
    private final Uploads uploads;
    private final Clock clock;
    private final Duration lease;
    private final RecordForm<Job> form = new RecordForm<>(Job.class);
    private final RecordForm<RowError> errorForm = new RecordForm<>(RowError.class);

    @Inject
    JobQueue(
            ServiceStore store,
            Clock clock,
            @ConfigProperty(name = "counterclaim.job-lease", defaultValue = "30s") Duration lease) {
        this(store::documents, clock, lease);
    }

    /**
     * @param documents those of a collection
     * @param lease a batch is worked off by then, or whoever was at it is dead
     */
    JobQueue(Function<String, Documents> documents, Clock clock, Duration lease) {
        this.jobs = documents.apply(Jobs.COLLECTION);
        this.errors = documents.apply(Jobs.ERRORS);
        this.uploads = new Uploads(documents);
        this.clock = clock;
        this.lease = lease;
    }

    /** The oldest job of these kinds on which nobody works, mine from now on; null if there is none. */
    Uni<Job> take(Collection<String> kinds) {
        Instant now = clock.instant();
        Bson free = and(
                in("kind", kinds),
                or(
                        eq("state", JobState.QUEUED.name()),
                        and(eq("state", JobState.RUNNING.name()), or(lt("lease", now), eq("holder", me)))));
        return jobs.all(free, new FindOptions().sort(ascending("_id")).limit(1))
                .collect()
                .first()
                .onItem()
                .ifNotNull()
                .transformToUni(found -> update(
                        and(eq("_id", found.get("_id")), free),
                        set("state", JobState.RUNNING.name()),
                        set("holder", me),
                        min("startedAt", now)));
    }

    /** The rows that come next; null if the job is somebody else's by now. */
    Uni<List<JobRow>> begin(Job job) {
        return update(mine(job), set("begun", true))
                .onItem()
                .ifNotNull()
                .transformToUni(begun -> uploads.rows(job.upload(), job.batch()));
    }

    /** Says what came of them. The job as it stands then, null if it is somebody else's by now. */
    Uni<Job> advance(Job job, List<RowOutcome> outcomes) {
        List<Bson> progress = new ArrayList<>(
                List.of(set("batch", job.batch() + 1), set("begun", false), inc("done", outcomes.size())));
        outcomes.stream()
                .flatMap(outcome -> Stream.concat(Stream.of(outcome.result()), outcome.notes().stream()))
                .collect(Collectors.groupingBy(name -> name, Collectors.summingInt(name -> 1)))
                .forEach((name, rows) -> progress.add(inc("counts." + name, rows)));
        return Multi.createFrom()
                .iterable(outcomes)
                .filter(outcome -> outcome.error() != null)
                .onItem()
                .transformToUniAndConcatenate(outcome -> errors.put(stored(job, outcome.error())))
                .collect()
                .last()
                .chain(() -> update(mine(job), progress.toArray(Bson[]::new)));
    }

    /** Ends a job, if it is still mine. Its rows go first: whoever finds it without its end ends it. */
    Uni<Void> end(Job job, JobState state, String failure) {
        return update(mine(job))
                .onItem()
                .ifNotNull()
                .transformToUni(still -> uploads.drop(still.upload())
                        .chain(() -> update(
                                mine(job),
                                set("state", state.name()),
                                set("failure", failure),
                                set("endedAt", clock.instant()))))
                .replaceWithVoid();
    }

    /** Drops jobs of long ago and uploads that none was made of. The indexes, which are made once, keep this cheap. */
    Uni<Void> forget() {
        Bson old = and(
                in("state", JobState.DONE.name(), JobState.FAILED.name()),
                lt("createdAt", clock.instant().minus(KEPT)));
        return errors.index(ascending("job", "row"))
                .chain(uploads::index)
                .chain(() -> jobs.all(old, new FindOptions())
                        .map(job -> job.get("_id"))
                        .onItem()
                        .transformToUniAndConcatenate(
                                id -> errors.delete(eq("job", id)).chain(() -> jobs.delete(eq("_id", id))))
                        .collect()
                        .last())
                .chain(() -> uploads.dropForgotten(clock.instant().minus(UPLOADED), this::isOfAJob));
    }

    private Uni<Boolean> isOfAJob(String upload) {
        return jobs.first(eq("upload", upload)).map(job -> job != null);
    }

    private Uni<Job> update(Bson filter, Bson... changes) {
        List<Bson> all = new ArrayList<>(List.of(changes));
        all.add(set("lease", clock.instant().plus(lease)));
        return jobs.update(filter, combine(all)).onItem().ifNotNull().transform(form::read);
    }

    private Bson mine(Job job) {
        return and(eq("_id", job.id()), eq("holder", me), eq("batch", job.batch()));
    }

    private BsonDocument stored(Job job, RowError error) {
        return errorForm
                .write(error)
                .append("_id", new BsonString(job.id() + ":" + error.row()))
                .append("job", new BsonString(job.id()));
    }
}

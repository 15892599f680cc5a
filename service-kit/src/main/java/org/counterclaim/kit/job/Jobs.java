package org.counterclaim.kit.job;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import io.quarkus.mongodb.FindOptions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.idempotency.Once;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.kit.store.Documents;
import org.counterclaim.kit.store.RecordForm;
import org.counterclaim.kit.store.ServiceStore;

/**
 * The jobs of a service as those see them who want something done: who brings rows is answered as soon as they are kept, and asks
 * later what came of them.
 */
@Singleton
public class Jobs {

    static final String COLLECTION = "jobs";
    static final String ERRORS = "jobErrors";
    private static final int READ_AT_ONCE = 100;

    private final Documents jobs;
    private final Documents errors;
    private final Uploads uploads;
    private final Clock clock;
    private final RecordForm<Job> form = new RecordForm<>(Job.class);
    private final RecordForm<RowError> errorForm = new RecordForm<>(RowError.class);

    @Inject
    Jobs(ServiceStore store, Clock clock) {
        this(store::documents, clock);
    }

    /** @param documents those of a collection */
    Jobs(Function<String, Documents> documents, Clock clock) {
        this.jobs = documents.apply(COLLECTION);
        this.errors = documents.apply(ERRORS);
        this.uploads = new Uploads(documents);
        this.clock = clock;
    }

    /**
     * Keeps rows as they come and makes a job of them; of a request that is sent again the job is there, with the rows of the
     * first one.
     *
     * @return a failure with 400 for what cannot be read or has no row, with 413 for too much
     */
    public Uni<Job> bring(RowReader rows, String kind, Map<String, String> options, Caller owner, Once once) {
        return receive(rows)
                .call(this::requireRows)
                .chain(upload -> once.make("job_", id -> queue(id, kind, upload, owner, options), this::find)
                        .call(job -> job.upload().equals(upload.id())
                                ? Uni.createFrom().voidItem()
                                : uploads.drop(upload.id())));
    }

    Uni<Upload> receive(RowReader rows) {
        return uploads.keep(rows, clock.instant());
    }

    private Uni<Void> requireRows(Upload upload) {
        return upload.rows() > 0
                ? Uni.createFrom().voidItem()
                : uploads.drop(upload.id())
                        .onItem()
                        .failWith(() -> Problem.VALIDATION.because("There is no row in it."));
    }

    Uni<Job> queue(String id, String kind, Upload upload, Caller owner, Map<String, String> options) {
        Job job = Job.queued(id, kind, upload, owner, options, clock.instant());
        return jobs.insert(form.write(job))
                .chain(() -> uploads.claim(upload.id()))
                .replaceWith(job);
    }

    /**
     * A job, for whoever may ask after it.
     *
     * @param kinds of which it has to be
     * @return a failure with 404 if there is none, or it is not for the caller's eyes
     */
    public Uni<Job> find(String id, Set<String> kinds, Caller caller) {
        return find(id).map(job -> job != null && kinds.contains(job.kind()) && job.isFor(caller) ? job : null)
                .onItem()
                .ifNull()
                .failWith(Editorial::hidden);
    }

    /** The job of this id, null if there is none. */
    Uni<Job> find(String id) {
        return jobs.first(eq("_id", id)).onItem().ifNotNull().transform(form::read);
    }

    /** The rows of which nothing came, in their order. */
    public Multi<RowError> errors(String id) {
        return errors.all(
                        eq("job", id), new FindOptions().sort(ascending("row")).batchSize(READ_AT_ONCE))
                .map(errorForm::read);
    }
}

package org.counterclaim.kit.job;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import io.quarkus.mongodb.FindOptions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
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
     * Keeps the rows of an upload as they come.
     *
     * @return a failure with 400 for what cannot be read, with 413 for too much
     */
    public Uni<Upload> receive(InputStream body, RowForm form) {
        return receive(form.in(body));
    }

    /** The same with rows that only the service knows to find. */
    public Uni<Upload> receive(RowReader rows) {
        return uploads.keep(rows, clock.instant());
    }

    /** Makes a job of an upload. */
    public Uni<Job> queue(String id, String kind, Upload upload, Caller owner, Map<String, String> options) {
        Job job = Job.queued(id, kind, upload, owner, options, clock.instant());
        return jobs.insert(form.write(job))
                .chain(() -> uploads.claim(upload.id()))
                .replaceWith(job);
    }

    /** Drops an upload that no job is made of. */
    public Uni<Void> drop(Upload upload) {
        return uploads.drop(upload.id());
    }

    /** The job of this id, null if there is none. */
    public Uni<Job> find(String id) {
        return jobs.first(eq("_id", id)).onItem().ifNotNull().transform(form::read);
    }

    /** The rows of which nothing came, in their order. */
    public Multi<RowError> errors(String id) {
        return errors.all(
                        eq("job", id), new FindOptions().sort(ascending("row")).batchSize(READ_AT_ONCE))
                .map(errorForm::read);
    }
}

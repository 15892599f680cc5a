package org.counterclaim.database;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.counterclaim.upstream.UpstreamFailure;
import org.counterclaim.upstream.UpstreamFailure.Reason;

/** The gateway's relational data. Whoever works with it must be able to do without: it may be slow, or gone. */
@ApplicationScoped
public class Database {

    /** How long anybody waits for it. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int RETRY_AFTER_SECONDS = 2;

    private final Vertx vertx;

    Database(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * Does all of it or nothing, for a request.
     *
     * @return what the work returns, or a failure with 503 if the database cannot be had
     */
    public <T> Uni<T> write(Supplier<Uni<T>> work) {
        return bounded(Panache.withTransaction(work));
    }

    /** Looks something up for a request; fails as {@link #write} does. */
    public <T> Uni<T> read(Supplier<Uni<T>> work) {
        return bounded(Panache.withSession(work));
    }

    /** A transaction of its own, beside any request; fails with whatever failed. */
    public <T> Uni<T> apart(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> Panache.withTransaction(work))
                .runSubscriptionOn(task -> freshContext().runOnContext(run -> task.run()))
                .memoize()
                .indefinitely()
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }

    /** A session belongs to one context, and that of a request may end before the work does. */
    private Context freshContext() {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        return context;
    }

    /** Who waits leaves; the work itself goes on to its end, which the connection sets: a session broken off in between is none. */
    private static <T> Uni<T> bounded(Uni<T> work) {
        return work.memoize()
                .indefinitely()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure(Outage::isOne)
                .transform(outage -> UpstreamFailure.problem(Reason.UNAVAILABLE, RETRY_AFTER_SECONDS));
    }
}

package org.counterclaim.kit.time;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * What a service does without being asked. The one place where this code subscribes: nobody else is there to do it. (The
 * framework's scheduler looks at its jobs once a second; a feed is followed ten times as often.)
 */
@ApplicationScoped
public class BackgroundWork {

    private static final Logger LOG = Logger.getLogger(BackgroundWork.class);

    /** How long a service that ends waits for the runs that are under way; what takes longer is broken off. */
    private static final Duration TO_THE_END = Duration.ofSeconds(2);

    private final List<Cancellable> running = new CopyOnWriteArrayList<>();
    private final Set<CompletableFuture<Void>> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /**
     * Does something at once, and again and again until the service stops. A run begins when the one before has ended. One that
     * fails is tried again; the log says when it begins to fail and when that is over.
     *
     * @param pause from one beginning to the next, if the run takes no longer
     */
    public void every(Duration pause, String name, Supplier<Uni<?>> work) {
        AtomicBoolean failing = new AtomicBoolean();
        running.add(Multi.createFrom()
                .ticks()
                .every(pause)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> run(attempt(name, work, failing)))
                .subscribe()
                .with(done -> {}, failure -> LOG.errorf(failure, "%s has ended", name)));
    }

    /** Between two runs: what they work with is still there at this moment, and soon is not. */
    void stop(@Observes ShutdownEvent end) {
        stopping = true;
        CompletableFuture.allOf(underWay.toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, TO_THE_END.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        running.forEach(Cancellable::cancel);
    }

    private Uni<?> run(Uni<?> attempt) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        underWay.add(ended);
        return (stopping ? Uni.createFrom().voidItem() : attempt)
                .onTermination()
                .invoke(() -> {
                    underWay.remove(ended);
                    ended.complete(null);
                });
    }

    private static Uni<?> attempt(String name, Supplier<Uni<?>> work, AtomicBoolean failing) {
        return Uni.createFrom()
                .deferred(() -> work.get().replaceWithVoid())
                .invoke(() -> {
                    if (failing.getAndSet(false)) {
                        LOG.infof("%s works again", name);
                    }
                })
                .onFailure()
                .recoverWithItem(failure -> {
                    if (!failing.getAndSet(true)) {
                        LOG.warnf(failure, "%s fails", name);
                    }
                    return null;
                });
    }
}

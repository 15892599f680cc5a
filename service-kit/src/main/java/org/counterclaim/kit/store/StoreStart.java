package org.counterclaim.kit.store;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.counterclaim.kit.time.BackgroundWork;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the store ready before the first request, and looks after it from then on. */
@Singleton
class StoreStart {

    /** How long a start waits for a store that is not there yet. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A writer has recorded by then, or is dead. */
    private static final Duration WRITERS_TIME = Duration.ofSeconds(2);

    private final List<Keeper> keepers;
    private final Feed feed;
    private final StoreMeters meters;
    private final Clock clock;

    StoreStart(@All List<Keeper> keepers, ServiceStore store, StoreMeters meters, Clock clock) {
        this.keepers = keepers;
        this.feed = store.feed();
        this.meters = meters;
        this.clock = clock;
    }

    /** A store that comes up later is waited for: each try takes as long as the driver looks for a server. */
    void prepare(
            @Observes StartupEvent start,
            MongoClient client,
            @ConfigProperty(name = "quarkus.mongodb.database") String name,
            @ConfigProperty(name = "counterclaim.count-reviews-every", defaultValue = "15s") Duration countReviews,
            BackgroundWork background) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean prepared = false;
        while (!prepared) {
            prepared = isPrepared(client.getDatabase(name), end);
        }
        work(background);
        background.every(countReviews, "counting what waits for review", () -> each(this::count));
    }

    /** Long before the store is closed, so that nobody is left waiting. */
    void end(@Observes ShutdownDelayInitiatedEvent told) {
        feed.end();
    }

    private boolean isPrepared(MongoDatabase database, long end) {
        try {
            Revisions.prepare(database);
            keepers.forEach(keeper -> keeper.upkeep().prepare(database));
            keepers.forEach(keeper -> keeper.prepare(database));
            return true;
        } catch (MongoException gone) {
            if (System.nanoTime() > end) {
                throw gone;
            }
            return false;
        }
    }

    private void work(BackgroundWork background) {
        meters.follow(feed);
        keepers.forEach(keeper -> meters.watch(keeper.upkeep()));
        background.every(Duration.ofMillis(100), "following the own feed", feed::poll);
        background.every(Duration.ofSeconds(5), "sweeping", () -> each(this::sweep));
        background.every(Duration.ofHours(1), "migrating", () -> each(Upkeep::migrate));
    }

    private Uni<?> sweep(Upkeep<?> kind) {
        return kind.sweep(clock.instant().minus(WRITERS_TIME)).invoke(swept -> meters.swept(kind, swept));
    }

    private Uni<?> count(Upkeep<?> kind) {
        return kind.isReviewed()
                ? meters.reviewed(kind, kind.inReview())
                : Uni.createFrom().voidItem();
    }

    private Uni<?> each(Function<Upkeep<?>, Uni<?>> what) {
        return Multi.createFrom()
                .iterable(keepers)
                .onItem()
                .transformToUniAndConcatenate(keeper -> what.apply(keeper.upkeep()))
                .collect()
                .last();
    }
}

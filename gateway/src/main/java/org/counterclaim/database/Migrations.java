package org.counterclaim.database;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.counterclaim.kit.time.BackgroundWork;
import org.flywaydb.core.Flyway;

/** Brings the tables up to date beside everything else: readers need none of them, and the database may come later. */
@ApplicationScoped
class Migrations {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Flyway flyway;
    private final AtomicBoolean done = new AtomicBoolean();

    Migrations(Flyway flyway) {
        this.flyway = flyway;
    }

    void begin(@Observes StartupEvent start, BackgroundWork background) {
        background.every(PAUSE, "Migrating the database", this::migrate);
    }

    private Uni<Void> migrate() {
        return done.get()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .item(flyway::migrate)
                        .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                        .invoke(() -> done.set(true))
                        .replaceWithVoid();
    }
}

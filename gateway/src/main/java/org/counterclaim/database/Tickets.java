package org.counterclaim.database;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.counterclaim.kit.time.BackgroundWork;

/** The tickets of the last 24 hours. */
@ApplicationScoped
class Tickets implements PanacheRepositoryBase<Ticket, String> {

    private static final Duration KEPT = Duration.ofHours(24);

    private final Database database;
    private final Clock clock;

    Tickets(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent start, BackgroundWork background) {
        background.every(
                Duration.ofHours(1),
                "Forgetting old idempotency keys",
                () -> database.apart(() -> delete("createdAt < ?1", oldest())));
    }

    /**
     * Keeps a ticket, in the transaction that makes the thing: whoever comes with the same key meanwhile waits for its end.
     *
     * @return null if it is the first one with this key, else the one that there is
     */
    Uni<Ticket> keep(String id, String request, String made) {
        return delete("id = ?1 and createdAt < ?2", id, oldest())
                .chain(() -> getSession())
                .chain(session -> session.createNativeQuery(
                                "insert into idempotency_key (id, request, made, created_at) values (?1, ?2, ?3, ?4)"
                                        + " on conflict do nothing")
                        .setParameter(1, id)
                        .setParameter(2, request)
                        .setParameter(3, made)
                        .setParameter(4, clock.instant())
                        .executeUpdate())
                .chain(inserted -> inserted == 1 ? Uni.createFrom().nullItem() : findById(id));
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT);
    }
}

package org.counterclaim.kit.idempotency;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.github.f4b6a3.ulid.UlidCreator;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bson.conversions.Bson;
import org.counterclaim.kit.store.Documents;
import org.counterclaim.kit.store.Duplicate;
import org.counterclaim.kit.store.ServiceStore;
import org.counterclaim.kit.time.BackgroundWork;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The tickets in the store. The lease that a ticket was read with is what its writer compares and sets; a request has ended when it
 * is over, or its service has.
 */
@Singleton
public class Tickets {

    /** How long a key is kept for its caller. */
    static final Duration KEPT = Duration.ofHours(24);

    private final Documents tickets;
    private final Clock clock;
    private final Duration lease;

    @Inject
    Tickets(
            ServiceStore store,
            Clock clock,
            @ConfigProperty(name = "counterclaim.idempotency-lease", defaultValue = "30s") Duration lease) {
        this(store.documents("idempotency"), clock, lease);
    }

    Tickets(Documents tickets, Clock clock, Duration lease) {
        this.tickets = tickets;
        this.clock = clock;
        this.lease = lease;
    }

    void work(@Observes StartupEvent start, BackgroundWork background) {
        background.every(Duration.ofHours(1), "forgetting idempotency keys", this::forget);
    }

    static String ulid() {
        return UlidCreator.getMonotonicUlid().toString();
    }

    /** A new one, held by whoever asks. */
    Ticket draw(String id, String request) {
        return new Ticket(id, request, ulid(), leaseFromNow());
    }

    /** The one that stands: this, or the one that was there before; null if that has just been forgotten. */
    Uni<Ticket> keep(Ticket drawn) {
        return tickets.insert(drawn.stored())
                .replaceWith(drawn)
                .onFailure(Duplicate::is)
                .recoverWithUni(() -> find(drawn.id()));
    }

    Uni<Ticket> find(String id) {
        return tickets.first(eq("_id", id)).onItem().ifNotNull().transform(Ticket::of);
    }

    boolean isFree(Ticket ticket) {
        return ticket.isFree(clock.instant());
    }

    long secondsLeft(Ticket ticket) {
        return ticket.secondsLeft(clock.instant());
    }

    /** The same, held by whoever asks; null if somebody else was first. */
    Uni<Ticket> takeOver(Ticket found, String request) {
        return tickets.update(
                        unchanged(found), combine(set(Ticket.LEASE, leaseFromNow()), set(Ticket.REQUEST, request)))
                .onItem()
                .ifNotNull()
                .transform(Ticket::of);
    }

    /** Lets the next one have it, for the same request. */
    Uni<Void> release(Ticket mine) {
        return tickets.update(unchanged(mine), set(Ticket.LEASE, clock.instant()))
                .replaceWithVoid();
    }

    /** Lets the next one have it, whatever the request. */
    Uni<Void> open(Ticket mine) {
        return tickets.update(
                        unchanged(mine), combine(set(Ticket.LEASE, clock.instant()), set(Ticket.REQUEST, Ticket.ANY)))
                .replaceWithVoid();
    }

    /** Deletes those that nobody has held for a day. The index, which is made once, keeps this cheap. */
    Uni<Long> forget() {
        return tickets.index(ascending(Ticket.LEASE))
                .chain(() -> tickets.delete(lt(Ticket.LEASE, clock.instant().minus(KEPT))));
    }

    private Instant leaseFromNow() {
        return clock.instant().plus(lease);
    }

    private static Bson unchanged(Ticket ticket) {
        return and(eq("_id", ticket.id()), eq(Ticket.LEASE, ticket.lease()));
    }
}

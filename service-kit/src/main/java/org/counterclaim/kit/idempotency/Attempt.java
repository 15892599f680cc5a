package org.counterclaim.kit.idempotency;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.function.Function;
import org.counterclaim.kit.problem.Problem;

/**
 * One request that wants one thing made, under a key. Order carries the guarantee: first the ticket, which fixes the id, then
 * the thing, which can be there only once under its id. The lease only keeps others from working in vain: should two work at
 * once, one meets the thing of the other.
 *
 * @param <T> the thing as it was made
 */
final class Attempt<T> {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Tickets tickets;
    private final Ticket drawn;
    private final Function<String, Uni<T>> create;
    private final Function<String, Uni<T>> find;
    private final Runnable replayed;

    /**
     * @param drawn a new ticket for this request
     * @param create makes the thing that has this end of its id
     * @param find the thing that has it, as it was made; null if there is none
     * @param replayed told when what is answered was there before
     */
    Attempt(
            Tickets tickets,
            Ticket drawn,
            Function<String, Uni<T>> create,
            Function<String, Uni<T>> find,
            Runnable replayed) {
        this.tickets = tickets;
        this.drawn = drawn;
        this.create = create;
        this.find = find;
        this.replayed = replayed;
    }

    /**
     * The thing.
     *
     * @param patience how long to wait for what another request is making
     */
    Uni<T> make(Duration patience) {
        return begin(System.nanoTime() + patience.toNanos());
    }

    private Uni<T> begin(long end) {
        return tickets.keep(drawn).chain(found -> drawn.equals(found) ? run(found) : meet(found, end));
    }

    private Uni<T> meet(Ticket found, long end) {
        if (found == null) {
            return begin(end);
        }
        if (!found.isFor(drawn.request())) {
            throw Problem.IDEMPOTENCY_CONFLICT.because("The key was used for another request; take a new one.");
        }
        return thing(found)
                .onItem()
                .ifNull()
                .switchTo(() -> tickets.isFree(found) ? takeOver(found, end) : later(found, end));
    }

    private Uni<T> takeOver(Ticket found, long end) {
        return tickets.takeOver(found, drawn.request()).chain(mine -> mine == null ? later(found, end) : run(mine));
    }

    private Uni<T> later(Ticket running, long end) {
        if (System.nanoTime() - end >= 0) {
            throw Problem.IDEMPOTENCY_IN_PROGRESS
                    .describe("The first request with this key is still running.")
                    .withHeader(HttpHeaders.RETRY_AFTER, tickets.secondsLeft(running))
                    .build();
        }
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(PAUSE)
                .chain(() -> tickets.find(drawn.id()))
                .chain(found -> meet(found, end));
    }

    private Uni<T> run(Ticket mine) {
        return Uni.createFrom()
                .deferred(() -> create.apply(mine.ulid()))
                .onFailure()
                .recoverWithUni(failure -> settle(mine, failure));
    }

    /** Whatever has failed: if the thing is there, it was made. If not, the next one need not wait for the lease to end. */
    private Uni<T> settle(Ticket mine, Throwable failure) {
        return thing(mine)
                .onItem()
                .ifNull()
                .switchTo(() -> giveBack(mine, failure).replaceWith((T) null))
                .onFailure()
                .recoverWithNull()
                .onItem()
                .ifNull()
                .failWith(failure);
    }

    /** What was refused did not happen, so the key is good for a better request; of another failure nobody can tell. */
    private Uni<Void> giveBack(Ticket mine, Throwable failure) {
        boolean refused = failure instanceof HttpProblem problem && problem.getStatusCode() < 500;
        return refused ? tickets.open(mine) : tickets.release(mine);
    }

    private Uni<T> thing(Ticket ticket) {
        return find.apply(ticket.ulid()).onItem().ifNotNull().invoke(replayed);
    }
}

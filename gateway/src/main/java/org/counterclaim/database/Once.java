package org.counterclaim.database;

import com.github.f4b6a3.ulid.UlidCreator;
import io.quarkus.arc.Unremovable;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.Dependent;
import java.util.function.Function;
import org.counterclaim.kit.http.Replays;
import org.counterclaim.kit.http.RequestDigest;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;

/**
 * A parameter of each request that creates something in the database: whether it comes with an {@code Idempotency-Key}. The
 * ticket is written in the transaction that makes the thing, so that there are both or neither.
 */
@Dependent
@Unremovable
public class Once {

    private final Tickets tickets;
    private final Database database;
    private final Replays replays;
    private final RoutingContext exchange;
    private final SecurityIdentity identity;

    @RestHeader(RequestDigest.KEY_HEADER)
    @Parameter(
            description = RequestDigest.KEY_DESCRIPTION,
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 255, pattern = "^[!-~]+$"))
    String key;

    Once(Tickets tickets, Database database, Replays replays, RoutingContext exchange, SecurityIdentity identity) {
        this.tickets = tickets;
        this.database = database;
        this.replays = replays;
        this.exchange = exchange;
        this.identity = identity;
    }

    /**
     * Makes a thing, or finds it if this request has made it before.
     *
     * @param prefix what the thing's id begins with
     * @param create makes the thing of this id
     * @param find the thing of this id
     * @return the thing, or a failure with 400 for a key that is none, 422 for one of another request
     */
    public <T> Uni<T> make(String prefix, Function<String, Uni<T>> create, Function<String, Uni<T>> find) {
        String id = prefix + UlidCreator.getMonotonicUlid();
        return RequestDigest.keyOf(exchange)
                .map(sent -> database.write(
                        () -> keep(sent, id).chain(kept -> kept == null ? create.apply(id) : find.apply(replay(kept)))))
                .orElseGet(() -> database.write(() -> create.apply(id)));
    }

    private Uni<Ticket> keep(String sent, String id) {
        return tickets.keep(sent + " " + Caller.of(identity).name(), RequestDigest.of(exchange), id);
    }

    private String replay(Ticket kept) {
        if (!kept.request.equals(RequestDigest.of(exchange))) {
            throw Problem.IDEMPOTENCY_CONFLICT.because("The key was used for another request; take a new one.");
        }
        replays.mark(exchange);
        return kept.made;
    }
}

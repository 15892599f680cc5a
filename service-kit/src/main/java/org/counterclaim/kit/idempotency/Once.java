package org.counterclaim.kit.idempotency;

import io.quarkus.arc.Unremovable;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.counterclaim.kit.http.Replays;
import org.counterclaim.kit.http.RequestDigest;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;

/**
 * A parameter of each request that creates: whether it comes with an {@code Idempotency-Key}, under which its caller may send
 * it again for 24 hours and get the first answer again. Nothing but a small ticket is kept for it; the answer is built from the
 * record of the revision that the first request wrote.
 */
@Dependent
@Unremovable
public class Once {

    /** Below the time after which an idle connection is closed. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Tickets tickets;
    private final Replays replays;
    private final RoutingContext exchange;
    private final SecurityIdentity identity;

    @RestHeader(RequestDigest.KEY_HEADER)
    @Parameter(
            description = RequestDigest.KEY_DESCRIPTION,
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 255, pattern = "^[!-~]+$"))
    String key;

    Once(Tickets tickets, Replays replays, RoutingContext exchange, SecurityIdentity identity) {
        this.tickets = tickets;
        this.replays = replays;
        this.exchange = exchange;
        this.identity = identity;
    }

    /**
     * Makes a thing, or finds it if this request has made it before.
     *
     * @param prefix what the thing's id begins with
     * @param create makes the thing of this id; fails if there is one
     * @param find the thing of this id as it was made; null if there is none
     * @return the thing as it was made, or a failure with 400 for a key that is none, 409 or 422
     */
    public <T> Uni<T> make(String prefix, Function<String, Uni<T>> create, Function<String, Uni<T>> find) {
        Function<String, Uni<T>> creating = ulid -> create.apply(prefix + ulid);
        Optional<String> sent = RequestDigest.keyOf(exchange);
        if (sent.isEmpty()) {
            return creating.apply(Tickets.ulid());
        }
        String id = Ticket.id(sent.get(), Caller.of(identity).name());
        Ticket drawn = tickets.draw(id, RequestDigest.of(exchange));
        return new Attempt<>(tickets, drawn, creating, ulid -> find.apply(prefix + ulid), () -> replays.mark(exchange))
                .make(PATIENCE);
    }
}

package org.counterclaim.kit.idempotency;

import io.quarkus.arc.Unremovable;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.counterclaim.kit.http.RequestDigest;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;
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

    private static final String REPLAYED = "Idempotency-Replayed";
    private static final Pattern FORM = Pattern.compile("[!-~]{1,255}");

    /** Below the time after which an idle connection is closed. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Tickets tickets;
    private final RoutingContext exchange;
    private final SecurityIdentity identity;

    @RestHeader(RequestDigest.KEY_HEADER)
    @Parameter(
            description =
                    "Makes the request safe to send again for 24 hours: it is done once, and a repetition gets the same answer, with `Idempotency-Replayed: true`. With another body, path or query the key is answered with 422 `idempotency-conflict`; while the first request is still running, after some seconds, with 409 `idempotency-in-progress`. A request that was refused does not use the key up.",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 255, pattern = "^[!-~]+$"))
    String key;

    Once(Tickets tickets, RoutingContext exchange, SecurityIdentity identity) {
        this.tickets = tickets;
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
        if (!exchange.request().headers().contains(RequestDigest.KEY_HEADER)) {
            return creating.apply(Tickets.ulid());
        }
        requireForm(key);
        String id = Ticket.id(key, Caller.of(identity).name());
        Ticket drawn = tickets.draw(id, RequestDigest.of(exchange));
        HttpServerResponse answer = exchange.response();
        return new Attempt<>(
                        tickets,
                        drawn,
                        creating,
                        ulid -> find.apply(prefix + ulid),
                        () -> answer.putHeader(REPLAYED, "true"))
                .make(PATIENCE);
    }

    private static void requireForm(String key) {
        // the framework takes an empty header for none
        if (key == null || !FORM.matcher(key).matches()) {
            String detail = "A key has 1 to 255 visible characters of ASCII.";
            throw Problem.MALFORMED.because(
                    detail, List.of(new FieldError("/" + RequestDigest.KEY_HEADER, "invalid-header", detail)));
        }
    }
}

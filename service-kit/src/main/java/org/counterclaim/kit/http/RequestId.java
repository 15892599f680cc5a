package org.counterclaim.kit.http;

import com.github.f4b6a3.ulid.UlidCreator;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** Gives each request an id, its own if it brought a decent one, that the answer, the log and every problem name. */
public class RequestId {

    /** Header that carries the id, both ways. */
    public static final String HEADER = "Request-Id";

    /** Key of the id in the logging context. */
    public static final String MDC_KEY = "requestId";

    private static final Pattern DECENT = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    void install(@Observes Filters filters) {
        filters.register(RequestId::tag, 1000);
    }

    private static void tag(RoutingContext exchange) {
        String brought = exchange.request().getHeader(HEADER);
        String id = brought != null && DECENT.matcher(brought).matches()
                ? brought
                : UlidCreator.getMonotonicUlid().toString();
        MDC.put(MDC_KEY, id);
        exchange.response().putHeader(HEADER, id);
        exchange.next();
    }

    /** The id given to this exchange. */
    public static String of(RoutingContext exchange) {
        return exchange.response().headers().get(HEADER);
    }
}

package org.counterclaim.kit.telemetry;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/**
 * Under which name a request stands in metrics and spans: a template, never the path, of which anybody can make as many as he
 * likes. The framework names what goes to a resource; a route beside the resources names itself; all else has one name.
 */
public class RouteLabel {

    /** Where the framework keeps the name, for its metrics and its spans. */
    private static final String KEY = "UrlPathTemplate";

    private static final String NOTHING_OF_OURS = "/*";

    void install(@Observes Filters filters) {
        filters.register(RouteLabel::unlessRouted, 1200);
    }

    /** @param template like {@code /v1/things/{id}} */
    public static void put(RoutingContext exchange, String template) {
        ((HttpServerRequestInternal) exchange.request()).context().putLocal(KEY, template);
    }

    private static void unlessRouted(RoutingContext exchange) {
        put(exchange, NOTHING_OF_OURS);
        exchange.next();
    }
}

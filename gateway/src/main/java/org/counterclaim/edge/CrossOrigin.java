package org.counterclaim.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets scripts of other origins read our answers, where those are named (CORS). Anybody else is answered as ever, without the
 * headers that a browser wants: Quarkus's own filter would refuse him with an empty 403, and a same-origin page behind a TLS proxy
 * too. Cookies are never asked for, so that a named origin gets nothing that it could not fetch itself.
 */
class CrossOrigin {

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private static final Set<String> SENT = Set.of(
            "Accept",
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Last-Event-ID",
            "Prefer",
            "Request-Id",
            "X-API-Key",
            "traceparent");

    private static final Set<String> READ = Set.of(
            "ETag",
            "Idempotency-Replayed",
            "Link",
            "Location",
            "Not-Kept",
            "RateLimit",
            "RateLimit-Policy",
            "Request-Id",
            "Retry-After");

    private static final int PREFLIGHT_IS_GOOD_FOR = 7_200;

    private final List<String> origins;

    /** @param origins like {@code https://www.example.org}; {@code *} is everyone */
    CrossOrigin(@ConfigProperty(name = "counterclaim.cors-origins") Optional<List<String>> origins) {
        this.origins = origins.orElse(List.of());
    }

    void install(@Observes Filters filters) {
        if (!origins.isEmpty()) {
            CorsHandler cors = CorsHandler.create()
                    .addOrigins(origins)
                    .allowedMethods(METHODS)
                    .allowedHeaders(SENT)
                    .exposedHeaders(READ)
                    .maxAgeSeconds(PREFLIGHT_IS_GOOD_FOR);
            filters.register(exchange -> answer(exchange, cors), 950);
        }
    }

    private void answer(RoutingContext exchange, CorsHandler cors) {
        // an answer to one origin must not be kept for another; late, because what answers sets its own
        exchange.addHeadersEndHandler(end -> varyByOrigin(exchange.response().headers()));
        String origin = exchange.request().getHeader(HttpHeaders.ORIGIN);
        if (origins.contains("*") || origins.contains(origin)) {
            cors.handle(exchange);
        } else {
            exchange.next();
        }
    }

    private static void varyByOrigin(MultiMap headers) {
        String vary = headers.get(HttpHeaders.VARY);
        headers.set(HttpHeaders.VARY, vary == null || vary.equalsIgnoreCase("origin") ? "Origin" : vary + ", Origin");
    }
}

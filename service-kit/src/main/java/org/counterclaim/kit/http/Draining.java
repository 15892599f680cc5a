package org.counterclaim.kit.http;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Once the service is told to end, no answer leaves its connection open: who comes back takes a new one, to another replica. The
 * framework sees to this for requests that come from then on, this class for those that are being answered at that moment. On
 * HTTP/2 the framework says GOAWAY, after which a client knows what was not heard and may send it elsewhere.
 */
@Singleton
public class Draining {

    private volatile boolean draining;

    /** Before anybody who waits is answered because of it. */
    void begin(@Observes @Priority(1) ShutdownDelayInitiatedEvent told) {
        draining = true;
    }

    void install(@Observes Filters filters) {
        filters.register(this::watch, 1060);
    }

    private void watch(RoutingContext exchange) {
        exchange.addHeadersEndHandler(head -> {
            if (draining && exchange.request().version() == HttpVersion.HTTP_1_1) {
                close(exchange);
            }
        });
        exchange.next();
    }

    private static void close(RoutingContext exchange) {
        exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        exchange.addEndHandler(end -> exchange.request().connection().close());
    }
}

package org.counterclaim.kit.http;

import io.quarkus.vertx.http.ManagementInterface;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Breaks off what is sent too slowly: a request whose body is not whole in time, counted from its head; and it tells each
 * connection's {@link HeadDeadline} when an exchange begins and ends. Waiting for an answer is not slow sending.
 */
@Singleton
public class SlowRequests {

    private static final Set<HttpMethod> NO_BODY_IS_USUAL = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Vertx vertx;
    private final BodyAllowance allowance;

    SlowRequests(Vertx vertx, BodyAllowance allowance) {
        this.vertx = vertx;
        this.allowance = allowance;
    }

    void install(@Observes Filters filters) {
        filters.register(this::watch, 1100);
    }

    void install(@Observes ManagementInterface management) {
        management.router().route().order(Integer.MIN_VALUE).handler(this::watch);
    }

    private void watch(RoutingContext exchange) {
        ConnectionBase connection = (ConnectionBase) exchange.request().connection();
        HeadDeadline.of(connection.channel()).ifPresent(deadline -> {
            deadline.begin();
            exchange.addEndHandler(end -> deadline.end());
        });
        if (sendsBody(exchange.request())) {
            watchBody(exchange);
        }
        exchange.next();
    }

    /** HTTP/2 need not announce a body. */
    private static boolean sendsBody(HttpServerRequest request) {
        return request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.version() == HttpVersion.HTTP_2 && !NO_BODY_IS_USUAL.contains(request.method());
    }

    private void watchBody(RoutingContext exchange) {
        long timer = vertx.setTimer(
                allowance.millis(exchange), late -> exchange.response().reset());
        exchange.request().end().onComplete(end -> vertx.cancelTimer(timer));
    }
}

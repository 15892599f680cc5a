package org.counterclaim.proxy;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.counterclaim.kit.http.RequestId;
import org.counterclaim.kit.problem.RouteProblems;
import org.counterclaim.upstream.OnBehalf;
import org.counterclaim.upstream.Origin;
import org.counterclaim.upstream.UpstreamConfig;

/** Sends requests to the service that owns their path. Nothing is tried twice. */
final class Forwarding implements Handler<RoutingContext> {

    /** What this gateway says for itself; a caller's API key is nobody else's business. */
    private static final Set<String> OURS = Set.of("host", "request-id", "expect", "authorization", "x-api-key");

    private static final CharSequence VIA = HttpHeaders.createOptimized("Via");

    private final UpstreamConfig config;
    private final Origin origin;
    private final HttpClient client;
    private final Refusals refusals;
    private final long bodyLimit;

    Forwarding(UpstreamConfig config, Vertx vertx, RouteProblems problems, long bodyLimit) {
        this.config = config;
        this.origin = Origin.of(config.url());
        this.client = vertx.createHttpClient(origin.client(config));
        this.refusals = new Refusals(problems, UpstreamConfig.retryAfter(config), bodyLimit);
        this.bodyLimit = bodyLimit;
    }

    @Override
    public void handle(RoutingContext exchange) {
        exchange.request().pause();
        client.request(outgoing(exchange))
                .onSuccess(outgoing -> new Relay(exchange, outgoing, refusals).start(bodyLimit, config.patience()))
                .onFailure(failure -> refusals.answer(exchange, failure));
    }

    /** The path as the router understood it, so that both sides speak of the same thing. */
    private RequestOptions outgoing(RoutingContext exchange) {
        HttpServerRequest incoming = exchange.request();
        String query = incoming.query() == null ? "" : "?" + incoming.query();
        MultiMap headers = HttpHeaders.headers();
        EndToEnd.copy(incoming.headers(), headers, OURS);
        headers.set(RequestId.HEADER, RequestId.of(exchange)).add(VIA, "1.1 gateway");
        String authorization = OnBehalf.authorization(exchange);
        if (authorization != null) {
            headers.set(HttpHeaders.AUTHORIZATION, authorization);
        }
        return origin.request(incoming.method(), exchange.normalizedPath() + query)
                .setConnectTimeout(config.budget().toMillis())
                .setHeaders(headers);
    }
}

package org.counterclaim.proxy;

import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.counterclaim.kit.http.BodyAllowance;
import org.counterclaim.kit.http.RequestId;
import org.counterclaim.kit.problem.RouteProblems;
import org.counterclaim.kit.telemetry.RouteLabel;
import org.counterclaim.upstream.Connections;
import org.counterclaim.upstream.OnBehalf;
import org.counterclaim.upstream.Origin;
import org.counterclaim.upstream.UpstreamConfig;

/** Sends requests to the service that owns their path. What may change something is never tried twice. */
final class Forwarding implements Handler<RoutingContext> {

    /** What this gateway says for itself; a caller's API key is nobody else's business. */
    private static final Set<String> OURS =
            Set.of("host", "request-id", "expect", "authorization", "x-api-key", "traceparent", "tracestate");

    /** The first group of the route's pattern. */
    private static final String COLLECTION = "param0";

    private static final Set<HttpMethod> CHANGE_NOTHING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final CharSequence VIA = HttpHeaders.createOptimized("Via");

    private final UpstreamConfig config;
    private final Origin origin;
    private final Connections connections;
    private final Refusals refusals;
    private final BodyAllowance allowance;

    Forwarding(UpstreamConfig config, Vertx vertx, RouteProblems problems, BodyAllowance allowance, Counter shed) {
        this.config = config;
        this.origin = Origin.of(config.url());
        this.connections = new Connections(origin, config, vertx);
        this.refusals = new Refusals(problems, UpstreamConfig.retryAfter(config), shed);
        this.allowance = allowance;
    }

    @Override
    public void handle(RoutingContext exchange) {
        exchange.request().pause();
        RouteLabel.put(exchange, "/v1/" + exchange.pathParam(COLLECTION) + "/{path}");
        relay(exchange, connections.request(outgoing(exchange)), mayBeRepeated(exchange.request()));
    }

    private void relay(RoutingContext exchange, Future<HttpClientRequest> connected, boolean again) {
        long asked = System.nanoTime();
        connected
                .onSuccess(outgoing -> new Relay(exchange, outgoing, refusals)
                        .start(allowance.bytes(exchange), config.patience(), failure -> {
                            if (again && connections.wasStale(outgoing, failure, asked)) {
                                relay(exchange, connections.requestAfresh(outgoing(exchange)), false);
                            } else {
                                refusals.answer(exchange, failure);
                            }
                        }))
                .onFailure(failure -> refusals.answer(exchange, failure));
    }

    /** What changes nothing and brings no body, which would be gone. */
    private static boolean mayBeRepeated(HttpServerRequest incoming) {
        return CHANGE_NOTHING.contains(incoming.method())
                && !incoming.headers().contains(HttpHeaders.CONTENT_LENGTH)
                && !incoming.headers().contains(HttpHeaders.TRANSFER_ENCODING);
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

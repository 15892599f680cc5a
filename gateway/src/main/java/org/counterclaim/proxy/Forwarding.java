package org.counterclaim.proxy;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.counterclaim.kit.http.RequestId;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.problem.RouteProblems;
import org.counterclaim.upstream.Origin;
import org.counterclaim.upstream.UpstreamConfig;
import org.counterclaim.upstream.UpstreamFailure;

/**
 * Sends a request to the service that owns its path and the answer back, both streamed: the slower side sets the pace.
 * Nothing is tried twice, and what breaks off on one side is broken off on the other, never ended as if it were whole.
 */
final class Forwarding implements Handler<RoutingContext> {

    private static final Set<String> OURS_ON_THE_WAY_IN = Set.of("host", "request-id", "expect");
    private static final Set<String> OURS_ON_THE_WAY_OUT = Set.of("request-id");
    private static final Set<HttpMethod> BODY_IS_USUAL = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);
    private static final CharSequence VIA = HttpHeaders.createOptimized("Via");

    private final UpstreamConfig config;
    private final Origin origin;
    private final HttpClient client;
    private final RouteProblems problems;
    private final long bodyLimit;

    Forwarding(UpstreamConfig config, Vertx vertx, RouteProblems problems, long bodyLimit) {
        this.config = config;
        this.origin = Origin.of(config.url());
        this.client = vertx.createHttpClient(origin.client(config));
        this.problems = problems;
        this.bodyLimit = bodyLimit;
    }

    @Override
    public void handle(RoutingContext exchange) {
        exchange.request().pause();
        client.request(outgoing(exchange))
                .onSuccess(outgoing -> send(exchange, outgoing))
                .onFailure(failure -> fail(exchange, failure));
    }

    /** The path as the router understood it, so that both sides speak of the same thing. */
    private RequestOptions outgoing(RoutingContext exchange) {
        HttpServerRequest incoming = exchange.request();
        String query = incoming.query() == null ? "" : "?" + incoming.query();
        MultiMap headers = HttpHeaders.headers();
        EndToEnd.copy(incoming.headers(), headers, OURS_ON_THE_WAY_IN);
        headers.set(RequestId.HEADER, RequestId.of(exchange)).add(VIA, "1.1 gateway");
        return origin.request(incoming.method(), exchange.normalizedPath() + query)
                .setConnectTimeout(config.budget().toMillis())
                .setHeaders(headers);
    }

    private void send(RoutingContext exchange, HttpClientRequest outgoing) {
        if (exchange.response().closed()) {
            outgoing.reset();
            return;
        }
        exchange.addEndHandler(end -> {
            if (end.failed()) {
                outgoing.reset();
            }
        });
        outgoing.exceptionHandler(known -> {}); // the answer's future fails of the same, this would only log it again
        outgoing.response()
                .onSuccess(answer -> answer(exchange, outgoing, answer))
                .onFailure(failure -> fail(exchange, failure));
        upload(exchange.request(), outgoing)
                .onSuccess(sent -> outgoing.idleTimeout(config.patience().toMillis()))
                .onFailure(failure -> cut(exchange, outgoing, failure));
    }

    private Future<Void> upload(HttpServerRequest incoming, HttpClientRequest outgoing) {
        boolean measured = incoming.headers().contains(HttpHeaders.CONTENT_LENGTH);
        if (!measured && !streams(incoming)) {
            incoming.resume();
            return outgoing.end();
        }
        if ("100-continue".equalsIgnoreCase(incoming.getHeader(HttpHeaders.EXPECT))) {
            incoming.response().writeContinue();
        }
        outgoing.setChunked(!measured);
        return new Bounded(incoming, bodyLimit).pipe().endOnFailure(false).to(outgoing);
    }

    /** HTTP/2 does not announce a body without a length; where one is usual it is waited for. */
    private static boolean streams(HttpServerRequest incoming) {
        return incoming.version() == HttpVersion.HTTP_2
                ? BODY_IS_USUAL.contains(incoming.method())
                : incoming.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /** A body that did not come whole does not arrive as one; what is still on its way is read and dropped. */
    private void cut(RoutingContext exchange, HttpClientRequest outgoing, Throwable failure) {
        if (failure instanceof Bounded.TooLong) {
            fail(exchange, failure);
        }
        exchange.request().resume();
        outgoing.reset();
    }

    private static void answer(RoutingContext exchange, HttpClientRequest outgoing, HttpClientResponse answer) {
        HttpServerResponse response = exchange.response();
        if (response.ended()) {
            return;
        }
        response.setStatusCode(answer.statusCode());
        EndToEnd.copy(answer.headers(), response.headers(), OURS_ON_THE_WAY_OUT);
        boolean measured = answer.headers().contains(HttpHeaders.CONTENT_LENGTH);
        response.setChunked(!measured && hasBody(exchange.request().method(), answer.statusCode()));
        answer.pipe().endOnFailure(false).to(response).onFailure(failure -> {
            outgoing.reset();
            response.reset();
        });
    }

    private static boolean hasBody(HttpMethod method, int status) {
        return method != HttpMethod.HEAD && status != 204 && status != 304;
    }

    private void fail(RoutingContext exchange, Throwable failure) {
        HttpServerResponse response = exchange.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
        } else if (failure instanceof Bounded.TooLong) {
            if (exchange.request().version() != HttpVersion.HTTP_2) {
                response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
            problems.answer(exchange, Problem.PAYLOAD_TOO_LARGE.because("A body may have " + bodyLimit + " bytes."));
        } else {
            exchange.request().resume();
            problems.answer(exchange, UpstreamFailure.of(failure).problem(UpstreamConfig.retryAfter(config)));
        }
    }
}

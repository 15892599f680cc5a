package org.counterclaim.proxy;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One request on its way to a service, and the answer on its way back, both streamed: the slower side sets the pace. What
 * breaks off on one side is broken off on the other, never ended as if it were whole.
 */
final class Relay {

    private static final Set<String> OURS = Set.of("request-id");
    private static final Set<HttpMethod> BODY_IS_USUAL = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final RoutingContext exchange;
    private final HttpServerRequest incoming;
    private final HttpClientRequest outgoing;
    private final Refusals refusals;

    /** Nothing was received so far; from the answer's head on, when the last of it was. */
    private Future<Void> received = Future.failedFuture("No answer");

    Relay(RoutingContext exchange, HttpClientRequest outgoing, Refusals refusals) {
        this.exchange = exchange;
        this.incoming = exchange.request();
        this.outgoing = outgoing;
        this.refusals = refusals;
    }

    /**
     * Begins.
     *
     * @param patience how long the service may take to answer when it has got the whole request
     * @param unanswered told why there is no answer, not even its beginning
     */
    void start(long bodyLimit, Duration patience, Handler<Throwable> unanswered) {
        outgoing.exceptionHandler(known -> {}); // the answer's future fails of the same, this would only log it again
        if (exchange.response().closed()) {
            outgoing.reset();
            return;
        }
        exchange.addEndHandler(end -> {
            if (end.failed()) {
                abandon();
            }
        });
        outgoing.response().onSuccess(this::answer).onFailure(unanswered);
        upload(bodyLimit).onSuccess(sent -> wait(patience)).onFailure(this::cut);
    }

    private Future<Void> upload(long bodyLimit) {
        boolean measured = incoming.headers().contains(HttpHeaders.CONTENT_LENGTH);
        if (!measured && !streams()) {
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
    private boolean streams() {
        return incoming.version() == HttpVersion.HTTP_2
                ? BODY_IS_USUAL.contains(incoming.method())
                : incoming.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private void wait(Duration patience) {
        outgoing.response().timeout(patience.toMillis(), TimeUnit.MILLISECONDS).onFailure(failure -> {
            if (failure instanceof TimeoutException) {
                refusals.answer(exchange, failure);
                outgoing.reset();
            }
        });
    }

    /** A body that did not come whole does not arrive as one. */
    private void cut(Throwable failure) {
        if (failure instanceof Bounded.TooLong) {
            refusals.answer(exchange, failure);
        }
        if (!incoming.isEnded()) {
            incoming.resume();
        }
        outgoing.reset();
    }

    private void answer(HttpClientResponse answer) {
        received = answer.end();
        HttpServerResponse response = exchange.response();
        if (response.ended() || response.closed()) {
            abandon();
            return;
        }
        response.setStatusCode(answer.statusCode());
        EndToEnd.copy(answer.headers(), response.headers(), OURS);
        boolean measured = answer.headers().contains(HttpHeaders.CONTENT_LENGTH);
        response.setChunked(!measured && hasBody(answer.statusCode()));
        answer.pipe().endOnFailure(false).to(response).onFailure(failure -> {
            response.reset();
            abandon();
        });
    }

    private boolean hasBody(int status) {
        return incoming.method() != HttpMethod.HEAD && status != 204 && status != 304;
    }

    /**
     * Nobody reads the answer any more. The connection of one that has come whole may serve somebody else already, so that
     * what is left is read and dropped; only an answer that goes on is broken off.
     */
    private void abandon() {
        HttpClientResponse answer = outgoing.response().result();
        if (answer != null) {
            answer.handler(null).resume();
        }
        received.timeout(1, TimeUnit.SECONDS).onFailure(goesOn -> outgoing.reset());
    }
}

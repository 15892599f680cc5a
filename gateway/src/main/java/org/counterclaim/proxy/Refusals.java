package org.counterclaim.proxy;

import io.micrometer.core.instrument.Counter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.problem.RouteProblems;
import org.counterclaim.upstream.UpstreamFailure;

/** What a caller gets when a request does not go through. */
final class Refusals {

    private final RouteProblems problems;
    private final int retryAfter;
    private final Counter shed;

    /** @param shed counts what is refused because the service has as many requests as it may have */
    Refusals(RouteProblems problems, int retryAfter, Counter shed) {
        this.problems = problems;
        this.retryAfter = retryAfter;
        this.shed = shed;
    }

    /** A problem, or if the answer has begun its end: it must not look whole. What is still coming in is read and dropped. */
    void answer(RoutingContext exchange, Throwable failure) {
        HttpServerResponse response = exchange.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (!exchange.request().isEnded()) {
            exchange.request().resume();
        }
        if (response.headWritten()) {
            response.reset();
        } else if (failure instanceof Bounded.TooLong tooLong) {
            refuse(exchange, tooLong);
        } else {
            answer(exchange, UpstreamFailure.of(failure));
        }
    }

    private void answer(RoutingContext exchange, UpstreamFailure failure) {
        if (failure.isShed()) {
            shed.increment();
        }
        problems.answer(exchange, failure.problem(retryAfter));
    }

    private void refuse(RoutingContext exchange, Bounded.TooLong tooLong) {
        if (exchange.request().version() != HttpVersion.HTTP_2) {
            exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        problems.answer(exchange, Problem.PAYLOAD_TOO_LARGE.because(tooLong.getMessage()));
    }
}

package org.counterclaim.kit.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.problem.RouteProblems;

/**
 * Refuses a body over the limit with a problem: the server's own 413 has none. A declared length is refused before a byte of
 * the body is read, a chunked body as soon as it has grown too long.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class BodyLimit implements ReaderInterceptor {

    private final BodyAllowance allowance;
    private final RoutingContext exchange;
    private final RouteProblems problems;

    BodyLimit(BodyAllowance allowance, RoutingContext exchange, RouteProblems problems) {
        this.allowance = allowance;
        this.exchange = exchange;
        this.problems = problems;
    }

    void install(@Observes Filters filters) {
        filters.register(this::checkDeclared, 900);
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new Bounded(context.getInputStream(), allowance.bytes(exchange)));
        return context.proceed();
    }

    private void checkDeclared(RoutingContext exchange) {
        long limit = allowance.bytes(exchange);
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || length.matches("\\d{1,18}") && Long.parseLong(length) <= limit) {
            exchange.next();
        } else {
            exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            problems.answer(exchange, tooLarge(limit));
        }
    }

    private static HttpProblem tooLarge(long limit) {
        return Problem.PAYLOAD_TOO_LARGE.because("A body may have " + limit + " bytes.");
    }

    private static final class Bounded extends FilterInputStream {
        private final long limit;
        private long left;

        Bounded(InputStream body, long limit) {
            super(body);
            this.limit = limit;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw tooLarge(limit);
            }
        }
    }
}

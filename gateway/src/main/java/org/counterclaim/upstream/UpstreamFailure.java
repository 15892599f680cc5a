package org.counterclaim.upstream;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpHeaders;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.counterclaim.kit.problem.Problem;

/** A service that did not answer as it should. It carries no stack: under load there are many, and all come from one place. */
public final class UpstreamFailure extends RuntimeException {

    /** What went wrong. */
    public enum Reason {
        /** It took longer than its budget. */
        TIMEOUT,
        /** It could not be reached, or said itself that it failed. */
        UNAVAILABLE,
        /** What it answered is not what its contract says. */
        INVALID;

        /** The word for it in our JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Reason reason;

    UpstreamFailure(Reason reason, String message, Throwable cause) {
        super(message, cause, false, false);
        this.reason = reason;
    }

    /** Whatever kept a service from answering. */
    public static UpstreamFailure of(Throwable cause) {
        if (cause instanceof UpstreamFailure known) {
            return known;
        }
        Reason reason = cause instanceof TimeoutException ? Reason.TIMEOUT : Reason.UNAVAILABLE;
        return new UpstreamFailure(reason, cause.toString(), cause);
    }

    static UpstreamFailure invalid(String message) {
        return new UpstreamFailure(Reason.INVALID, message, null);
    }

    public Reason reason() {
        return reason;
    }

    /** Whether nothing was sent because it has as many requests as it may have, and as many wait. */
    public boolean isShed() {
        return getCause() instanceof ConnectionPoolTooBusyException;
    }

    /** Whether nothing was sent because the circuit breaker finds it failing. */
    boolean isUntried() {
        return getCause() instanceof CallNotPermittedException;
    }

    /** The same as an error of ours: 504 for a time-out, else 503. */
    public HttpProblem problem(int retryAfter) {
        return problem(reason, retryAfter);
    }

    /**
     * The error that stands for a service's failure.
     *
     * @param retryAfter seconds after which to ask again
     */
    public static HttpProblem problem(Reason reason, int retryAfter) {
        Problem type = reason == Reason.TIMEOUT ? Problem.UPSTREAM_TIMEOUT : Problem.UPSTREAM_UNAVAILABLE;
        return type.describe("Ask again in " + retryAfter + " s.")
                .withHeader(HttpHeaders.RETRY_AFTER.toString(), String.valueOf(retryAfter))
                .build();
    }
}

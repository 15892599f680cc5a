package org.counterclaim.kit.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.counterclaim.kit.security.KeysUnreachable;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers a missing or bad token, and one that nobody can tell of. The problem library's own mapper fails on this Quarkus version (3.21.0 on 3.34.1). */
public class Unauthorized {

    private static final int BEFORE_THE_LIBRARY = Priorities.USER - 2;

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = BEFORE_THE_LIBRARY)
    public Response missing(UnauthorizedException failure, RoutingContext exchange) {
        return answer(challenge("Bearer", "Send a bearer token."), failure, exchange);
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = BEFORE_THE_LIBRARY)
    public Response bad(AuthenticationFailedException failure, RoutingContext exchange) {
        return answer(problem(failure), failure, exchange);
    }

    /** What a token that was not accepted is answered with: 401, or 503 if nobody can tell whether it is good. */
    public static HttpProblem problem(Throwable failure) {
        return failure.getCause() instanceof KeysUnreachable
                ? Problem.UPSTREAM_UNAVAILABLE
                        .describe("The issuer of the token cannot be asked for its keys.")
                        .withHeader(HttpHeaders.RETRY_AFTER, 2)
                        .build()
                : challenge(
                        "Bearer error=\"invalid_token\"",
                        "The token is not good: it has expired, or its issuer, audience, algorithm or signature is not "
                                + "accepted.");
    }

    private static HttpProblem challenge(String scheme, String detail) {
        return Problem.UNAUTHORIZED
                .describe(detail)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, scheme)
                .build();
    }

    private static Response answer(HttpProblem problem, Throwable failure, RoutingContext exchange) {
        return ExceptionMapperBase.postProcessorsRegistry
                .applyPostProcessing(problem, ProblemContext.of(failure, exchange.normalizedPath()))
                .toResponse();
    }
}

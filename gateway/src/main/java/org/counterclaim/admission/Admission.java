package org.counterclaim.admission;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.function.Consumer;
import org.counterclaim.kit.http.Caching;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.problem.RouteProblems;
import org.counterclaim.kit.problem.Unauthorized;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.partner.KeyText;
import org.counterclaim.partner.KnownKey;
import org.counterclaim.upstream.OnBehalf;
import org.counterclaim.upstream.UpstreamFailure;
import org.counterclaim.upstream.UpstreamFailure.Reason;

/**
 * The door: who comes in, on whose behalf the services are asked, and whether he has a request left. What a caller may do is not
 * decided here but by whoever does it.
 */
@Singleton
class Admission {

    private static final String ADMITTED = Admission.class.getName();
    private static final CharSequence KEY = HttpHeaders.createOptimized(Caching.API_KEY);
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int RETRY_AFTER_SECONDS = 2;

    /** After cross-origin rules, before the framework gets ready to look at tokens: nearly everyone comes with none. */
    private static final int STRANGERS = 260;

    /** After the framework has got ready to look at tokens, before anything is done. */
    private static final int KNOWN = 150;

    private final KeyRing ring;
    private final Exchange exchange;
    private final Limiter limiter;
    private final HttpAuthenticator authenticator;
    private final RouteProblems problems;

    Admission(
            KeyRing ring, Exchange exchange, Limiter limiter, HttpAuthenticator authenticator, RouteProblems problems) {
        this.ring = ring;
        this.exchange = exchange;
        this.limiter = limiter;
        this.authenticator = authenticator;
        this.problems = problems;
    }

    void install(@Observes Filters filters) {
        filters.register(this::openToStrangers, STRANGERS);
        filters.register(this::openToKnown, KNOWN);
    }

    /** The API key that this exchange came in by, null for none. */
    static KnownKey keyOf(RoutingContext request) {
        return request.get(ADMITTED);
    }

    private void openToStrangers(RoutingContext request) {
        if (request.request().headers().contains(KEY) || hasToken(request)) {
            request.next();
        } else {
            limiter.admit(request, limiter.stranger(request));
        }
    }

    private void openToKnown(RoutingContext request) {
        String key = request.request().getHeader(KEY);
        if (key != null && hasToken(request)) {
            problems.answer(request, Problem.MALFORMED.because("Send a token or an API key, not both."));
        } else if (key != null) {
            KeyText.parse(key).ifPresentOrElse(text -> byKey(request, text), () -> refuse(request, badKey()));
        } else if (hasToken(request)) {
            byToken(request);
        } else {
            request.next();
        }
    }

    private static boolean hasToken(RoutingContext request) {
        return request.request().headers().contains(HttpHeaders.AUTHORIZATION);
    }

    /** A key that has to be looked up costs its sender's address a request: who guesses keys does not get far. */
    private void byKey(RoutingContext request, KeyText key) {
        Verdict known = ring.known(key);
        if (known != null && known.isGood()) {
            admit(request, known.key());
        } else if (limiter.spend(request, limiter.stranger(request))) {
            waitFor(
                    request,
                    known == null ? ring.lookUp(key) : Uni.createFrom().item(known),
                    found -> follow(request, found));
        }
    }

    private void follow(RoutingContext request, Verdict found) {
        switch (found.finding()) {
            case GOOD -> admit(request, found.key());
            case BAD -> problems.answer(request, badKey());
            case UNCHECKED -> withoutKey(request);
        }
    }

    private void admit(RoutingContext request, KnownKey key) {
        request.put(ADMITTED, key);
        OnBehalf.use(request, exchange.tokenFor(key));
        limiter.admit(request, limiter.partner(key));
    }

    /** While nobody can tell whose key it is, it opens what is open to everyone. */
    private void withoutKey(RoutingContext request) {
        if (SAFE.contains(request.request().method())) {
            request.next();
        } else {
            problems.answer(request, UpstreamFailure.problem(Reason.UNAVAILABLE, RETRY_AFTER_SECONDS));
        }
    }

    /** Who comes with what is no good is a stranger who has spent a request. */
    private void refuse(RoutingContext request, HttpProblem problem) {
        if (limiter.spend(request, limiter.stranger(request))) {
            problems.answer(request, problem);
        }
    }

    /** A bad token ends here; what a good one is good for is for the services to say, who look at it for themselves. */
    private void byToken(RoutingContext request) {
        waitFor(request, authenticator.attemptAuthentication(request), identity -> {
            if (identity == null) {
                limiter.admit(request, limiter.stranger(request));
            } else {
                // or it would be looked at again
                request.put(
                        QuarkusHttpUser.DEFERRED_IDENTITY_KEY, Uni.createFrom().item(identity));
                limiter.admit(request, limiter.subject(Caller.of(identity).name()));
            }
        });
    }

    /** Nothing of the body is lost meanwhile; whoever does the work, the request goes on where it was. */
    private <T> void waitFor(RoutingContext request, Uni<T> work, Consumer<T> then) {
        Context here = Vertx.currentContext();
        request.request().pause();
        UniHelper.toFuture(work)
                .onComplete(done -> here.runOnContext(back -> {
                    request.request().resume();
                    if (done.succeeded()) {
                        then.accept(done.result());
                    } else {
                        refuse(request, Unauthorized.problem(done.cause()));
                    }
                }));
    }

    private static HttpProblem badKey() {
        return Problem.UNAUTHORIZED
                .describe("The API key is not good: there is no such key, or it is revoked or has expired.")
                .withHeader("WWW-Authenticate", "ApiKey")
                .build();
    }
}

package org.counterclaim.admission;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.problem.RouteProblems;
import org.counterclaim.partner.KnownKey;

/** Lets a caller in who has a request left, and tells each what is left. */
@Singleton
class Limiter {

    /** Documents and the keys that services check tokens with are there for everybody. */
    private static final String LIMITED = "/v1/";

    private static final String METER = Limiter.class.getName();
    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence STATE = HttpHeaders.createOptimized("RateLimit");

    private final Meters meters;
    private final ClientAddress address;
    private final RouteProblems problems;

    Limiter(Meters meters, ClientAddress address, RouteProblems problems) {
        this.meters = meters;
        this.address = address;
        this.problems = problems;
    }

    Meter stranger(RoutingContext request) {
        return meters.ofAddress(address.prefixOf(request.request()));
    }

    Meter subject(String subject) {
        return meters.ofSubject(subject);
    }

    Meter partner(KnownKey key) {
        return meters.of(key);
    }

    /** Goes on with the request, or answers that there have been too many. */
    void admit(RoutingContext request, Meter meter) {
        if (spend(request, meter)) {
            request.next();
        }
    }

    /** Whether there was a request left; if not, it is answered. */
    boolean spend(RoutingContext request, Meter meter) {
        if (!request.normalizedPath().startsWith(LIMITED)) {
            return true;
        }
        Meter.Spending spending = meter.spend();
        request.put(METER, meter);
        request.response()
                .putHeader(POLICY, spending.policyField())
                .putHeader(STATE, spending.quota().stateField());
        if (!spending.granted()) {
            problems.answer(request, tooMany(spending));
        }
        return spending.granted();
    }

    /** What is left to whoever sent this. */
    static Quota left(RoutingContext request) {
        Meter meter = request.get(METER);
        return meter.left();
    }

    private static HttpProblem tooMany(Meter.Spending spending) {
        return Problem.RATE_LIMITED
                .describe("Ask again in " + spending.retryAfter() + " s.")
                .withHeader("Retry-After", String.valueOf(spending.retryAfter()))
                .with("violatedPolicies", spending.quota().violated())
                .build();
    }
}

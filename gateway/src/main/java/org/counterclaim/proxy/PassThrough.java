package org.counterclaim.proxy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.counterclaim.kit.http.BodyAllowance;
import org.counterclaim.kit.problem.RouteProblems;
import org.counterclaim.upstream.CallMeter;
import org.counterclaim.upstream.UpstreamConfig;

/** The paths that a service owns: every method goes to it and its answer comes back, both as they are and as they come in. */
@ApplicationScoped
class PassThrough {

    private static final String ARTICLES = "articles";
    private static final String CLAIMS = "claims|parties|evidence|rating-scales|proposals";

    /** What of these is composed here. */
    private static final String BUT_NOT = "(?!claims/[^/]+/stories$)";

    private final Vertx vertx;
    private final RouteProblems problems;
    private final MeterRegistry meters;
    private final BodyAllowance allowance;

    PassThrough(Vertx vertx, RouteProblems problems, MeterRegistry meters, BodyAllowance allowance) {
        this.vertx = vertx;
        this.problems = problems;
        this.meters = meters;
        this.allowance = allowance;
    }

    void install(@Observes Router router, UpstreamConfig.Articles articles, UpstreamConfig.Claims claims) {
        route(router, ARTICLES, articles, CallMeter.shed("article-service", meters));
        route(router, CLAIMS, claims, CallMeter.shed("claim-service", meters));
    }

    private void route(Router router, String collections, UpstreamConfig config, Counter shed) {
        Forwarding forwarding = new Forwarding(config, vertx, problems, allowance, shed);
        // clients may write the colon of an action either way
        router.routeWithRegex("^/v1/" + BUT_NOT + "(" + collections + ")((:|%3[Aa]|/).*)?$")
                .handler(forwarding);
    }
}

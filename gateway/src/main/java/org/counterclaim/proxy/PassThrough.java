package org.counterclaim.proxy;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.counterclaim.kit.problem.RouteProblems;
import org.counterclaim.upstream.UpstreamConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The paths that a service owns: every method goes to it and its answer comes back, both as they are and as they come in. */
@ApplicationScoped
class PassThrough {

    private static final String ARTICLES = "articles";
    private static final String CLAIMS = "claims|parties|evidence|rating-scales|proposals";

    private final Vertx vertx;
    private final RouteProblems problems;
    private final long bodyLimit;

    PassThrough(
            Vertx vertx,
            RouteProblems problems,
            @ConfigProperty(name = "counterclaim.body-limit", defaultValue = "1048576") long bodyLimit) {
        this.vertx = vertx;
        this.problems = problems;
        this.bodyLimit = bodyLimit;
    }

    void install(@Observes Router router, UpstreamConfig.Articles articles, UpstreamConfig.Claims claims) {
        route(router, ARTICLES, articles);
        route(router, CLAIMS, claims);
    }

    private void route(Router router, String collections, UpstreamConfig config) {
        Forwarding forwarding = new Forwarding(config, vertx, problems, bodyLimit);
        // clients may write the colon of an action either way
        router.routeWithRegex("^/v1/(" + collections + ")((:|%3[Aa]|/).*)?$").handler(forwarding);
    }
}

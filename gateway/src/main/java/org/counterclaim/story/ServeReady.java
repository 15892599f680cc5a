package org.counterclaim.story;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.counterclaim.kit.http.Caching;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.telemetry.RouteLabel;
import org.counterclaim.story.StoryMeter.Found;

/**
 * Answers from memory what is held ready, as {@link StoryResource} would: nothing is asked, parsed or written anew. Whatever else
 * a request may say goes on to the resource.
 */
@Singleton
class ServeReady {

    private static final String STORIES = "/v1/stories/";
    private static final CharSequence PREFER = HttpHeaders.createOptimized(Preference.HEADER);
    private static final CharSequence KEY = HttpHeaders.createOptimized(Caching.API_KEY);
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json;charset=UTF-8");
    private static final CharSequence REVALIDATE = HttpHeaders.createOptimized("public, no-cache");
    private static final CharSequence BY = HttpHeaders.createOptimized("Accept, Accept-Encoding");
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");

    /** After admission: who has no request left is not served from here either. */
    private static final int PRIORITY = 140;

    private final Stories stories;
    private final StoryMeter meter;

    ServeReady(Stories stories, StoryMeter meter) {
        this.stories = stories;
        this.meter = meter;
    }

    void install(@Observes Filters filters) {
        filters.register(this::serve, PRIORITY);
    }

    private void serve(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        if (request.method() != HttpMethod.GET || !request.path().startsWith(STORIES)) {
            exchange.next();
            return;
        }
        boolean plain = isPlain(request);
        Ready story = plain ? stories.ready(request.path().substring(STORIES.length())) : null;
        if (story == null) {
            meter.found(plain ? Found.ASKED : Found.BYPASSED);
            exchange.next();
            return;
        }
        RouteLabel.put(exchange, "/v1/stories/{id}");
        meter.found(Found.READY);
        answer(request, exchange.response(), story);
    }

    private static boolean isPlain(HttpServerRequest request) {
        MultiMap headers = request.headers();
        return request.query() == null
                && !headers.contains(HttpHeaders.AUTHORIZATION)
                && !headers.contains(KEY)
                && !headers.contains(PREFER)
                && takesJson(headers.get(HttpHeaders.ACCEPT));
    }

    /** Whoever is choosy is left to the framework. */
    private static boolean takesJson(String accept) {
        return accept == null || accept.equals("*/*") || accept.equals("application/json");
    }

    private static void answer(HttpServerRequest request, HttpServerResponse response, Ready story) {
        response.putHeader(HttpHeaders.ETAG, story.tag())
                .putHeader(HttpHeaders.CACHE_CONTROL, REVALIDATE)
                .putHeader(HttpHeaders.VARY, BY);
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        // Nearly everyone comes back with the tag as it was, which need not be read for that.
        if (story.tag().equals(known) || Preconditions.notModified(known, story.tag())) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (accepted != null && accepted.contains("gzip") && !accepted.contains("q=")) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, GZIP).end(story.compressed());
        } else {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY)
                    .end(story.plain());
        }
    }
}

package org.counterclaim.story;

import io.netty.buffer.Unpooled;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.counterclaim.kit.http.Caching;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.problem.RouteProblems;
import org.counterclaim.kit.telemetry.RouteLabel;
import org.counterclaim.story.StoryMeter.Found;
import org.counterclaim.story.StoryMeter.View;

/**
 * The short way for what nearly every phone asks, a story by its id and as it comes: what is held ready is answered from memory,
 * where nothing is asked, parsed or written anew, and the rest as {@link StoryResource} would, past the framework's resources.
 * Whatever else a request may say goes on to the resource.
 */
@Singleton
class ShortWay {

    private static final String STORIES = "/v1/stories/";
    private static final String TEMPLATE = STORIES + "{id}";
    private static final CharSequence LINK = HttpHeaders.createOptimized("Link");
    private static final CharSequence PREFER = HttpHeaders.createOptimized(Preference.HEADER);
    private static final CharSequence KEY = HttpHeaders.createOptimized(Caching.API_KEY);
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json;charset=UTF-8");
    private static final CharSequence REVALIDATE = HttpHeaders.createOptimized("public, no-cache");
    private static final CharSequence NOT_KEPT = HttpHeaders.createOptimized("no-store");
    private static final CharSequence BY = HttpHeaders.createOptimized("Accept, Accept-Encoding");
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");

    /** After strangers are let in or not, before the framework gets ready to look at tokens: who is served here has none. */
    private static final int PRIORITY = 250;

    private final Stories stories;
    private final StoryMeter meter;
    private final RouteProblems problems;

    ShortWay(Stories stories, StoryMeter meter, RouteProblems problems) {
        this.stories = stories;
        this.meter = meter;
        this.problems = problems;
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
        String name = request.path().substring(STORIES.length());
        boolean plain = isPlain(request);
        Ready story = plain ? stories.ready(name) : null;
        meter.found(story != null ? Found.READY : plain ? Found.ASKED : Found.BYPASSED);
        if (story != null) {
            RouteLabel.put(exchange, TEMPLATE);
            answer(exchange, story.story(), story);
        } else if (plain && NamedStories.isId(name)) {
            RouteLabel.put(exchange, TEMPLATE);
            ask(exchange, name);
        } else {
            exchange.next();
        }
    }

    /** Who cannot be served is told so before anything is begun, or the claims would be asked for in vain. */
    private void ask(RoutingContext exchange, String id) {
        HttpProblem full = stories.full();
        if (full == null) {
            read(exchange, id);
        } else {
            meter.failed(View.STORY, full);
            problems.answer(exchange, full);
        }
    }

    /** Who joins a reading of somebody else's answers in his own context; who leaves does not wait for one. */
    private void read(RoutingContext exchange, String id) {
        Context here = Vertx.currentContext();
        CompletableFuture<Composed> story =
                meter.watch(View.STORY, stories.byId(id, exchange)).subscribeAsCompletionStage();
        story.whenComplete((composed, failure) -> {
            if (Vertx.currentContext() == here) {
                answer(exchange, composed, failure);
            } else {
                here.runOnContext(back -> answer(exchange, composed, failure));
            }
        });
        if (!story.isDone()) {
            exchange.addEndHandler(end -> {
                if (end.failed()) {
                    story.cancel(false);
                }
            });
        }
    }

    private void answer(RoutingContext exchange, Composed story, Throwable failure) {
        if (failure == null) {
            answer(exchange, story, (Ready) null);
        } else if (!(failure instanceof CancellationException)) {
            problems.answer(exchange, failure);
        }
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

    /** @param ready the same in the forms in which it goes out, null if it is not held */
    private static void answer(RoutingContext exchange, Composed story, Ready ready) {
        HttpServerResponse response = exchange.response();
        describe(response, story);
        if (isKnown(story.tag(), exchange.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        if (ready == null) {
            response.end(Buffer.buffer(Unpooled.wrappedBuffer(story.body())));
        } else {
            send(exchange.request().getHeader(HttpHeaders.ACCEPT_ENCODING), response, ready);
        }
    }

    /** What lacks a part, or has an old one, has no tag and is not kept by anybody. */
    private static void describe(HttpServerResponse response, Composed story) {
        if (story.completeness().isWhole()) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, REVALIDATE).putHeader(HttpHeaders.VARY, BY);
        } else {
            response.putHeader(HttpHeaders.CACHE_CONTROL, NOT_KEPT);
        }
        if (story.tag() != null) {
            response.putHeader(HttpHeaders.ETAG, story.tag());
        }
        if (story.links() != null) {
            response.putHeader(LINK, story.links());
        }
    }

    /** Nearly everyone comes back with the tag as it was, which need not be read for that. */
    private static boolean isKnown(String tag, String known) {
        return tag != null && (tag.equals(known) || Preconditions.notModified(known, tag));
    }

    private static void send(String accepted, HttpServerResponse response, Ready story) {
        if (accepted != null && accepted.contains("gzip") && !accepted.contains("q=")) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, GZIP).end(story.compressed());
        } else {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY)
                    .end(story.plain());
        }
    }
}

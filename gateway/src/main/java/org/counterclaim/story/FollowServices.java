package org.counterclaim.story;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.counterclaim.kit.time.BackgroundWork;
import org.counterclaim.story.Feed.Item;
import org.counterclaim.story.Feed.Move;
import org.counterclaim.upstream.UpstreamConfig;
import org.counterclaim.upstream.Upstreams;

/** Listens to both services as anybody can, so that what is held is never older than what they have told. */
@Singleton
class FollowServices {

    private static final Duration OFTEN = Duration.ofMillis(20);

    private final Feed articles;
    private final Feed claims;

    FollowServices(
            UpstreamConfig.Articles ofArticles,
            UpstreamConfig.Claims ofClaims,
            Upstreams upstreams,
            MeterRegistry meters,
            ObjectMapper json,
            HeldStories held) {
        this.articles = new Feed(
                "/v1/articles/changes",
                upstreams.to("article-feed", new FeedConfig(ofArticles)),
                json,
                held::startAfresh,
                item -> takeArticle(item, held));
        this.claims = new Feed(
                "/v1/claims/changes",
                upstreams.to("claim-feed", new FeedConfig(ofClaims)),
                json,
                held::startAfresh,
                item -> takeClaim(item, held));
        measure("articles", articles, meters);
        measure("claims", claims, meters);
    }

    void start(@Observes StartupEvent start, BackgroundWork background) {
        background.every(OFTEN, "following article-service", articles::listen);
        background.every(OFTEN, "following claim-service", claims::listen);
    }

    /** Whether what is held is what the services say, but for a moment. */
    boolean areHeard() {
        return articles.isHeard() && claims.isHeard();
    }

    /** Whether all that changed since what is held was read has been told, or will be. */
    boolean haveBegun() {
        return articles.hasBegun() && claims.hasBegun();
    }

    private static void takeArticle(Item item, HeldStories held) {
        if (item.change() == Move.left) {
            held.gone(item.id());
        } else {
            held.changed(item.id());
        }
    }

    private static void takeClaim(Item item, HeldStories held) {
        List<String> stories = item.articleIds() == null ? List.of() : item.articleIds();
        if (item.type().equals("story")) {
            held.changed(item.id());
        } else if (item.change() == Move.left) {
            stories.forEach(held::claimsWithdrawn);
        } else {
            stories.forEach(held::changed);
        }
    }

    private static void measure(String name, Feed feed, MeterRegistry meters) {
        Gauge.builder("counterclaim.follower.silence", feed, Feed::silence)
                .description("Time since another service's feed was last heard to its end")
                .baseUnit("seconds")
                .tag("feed", name)
                .register(meters);
    }
}

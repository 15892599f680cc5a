package org.counterclaim.article;

import static org.awaitility.Awaitility.await;
import static org.counterclaim.article.Newsroom.aDraft;
import static org.counterclaim.article.Newsroom.move;
import static org.counterclaim.article.Newsroom.story;
import static org.counterclaim.kit.fixture.Api.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Scrape;
import org.counterclaim.kit.fixture.Strangers;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;

/** The metrics that those get who watch over the service. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class MetricsTest {

    @TestHTTPResource("/")
    URI service;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void strangersMakeNoSeries() {
        new Strangers(service, metrics)
                .assertNoNewSeries(
                        2_000,
                        List.of(
                                "/*",
                                "/v1/*",
                                "/v1/articles/*/flags",
                                "/v1/articles/*/*",
                                "/v1/articles?*=1",
                                "/docs/*",
                                "/v1/openapi/*"),
                        List.of("/v1/articles/*", "/v1/articles/by-slug/*", "/v1/articles/*?revision=1"));
    }

    @Test
    void theQueueAndTheFeedAreMeasured() {
        double head = Scrape.of(metrics).value("counterclaim_feed_head");
        double waiting = inReview();
        String id = aDraft("In the queue").getString("id");
        move(id, 1, Tokens.reporter(), "{\"to\": \"in_review\"}").statusCode(200);
        await().until(() -> inReview() == waiting + 1);
        await().until(() -> Scrape.of(metrics).value("counterclaim_feed_head") >= head + 2);
        move(id, 2, Tokens.editor(), "{\"to\": \"draft\", \"reason\": \"Not yet.\"}")
                .statusCode(200);
        await().until(() -> inReview() == waiting);
        Scrape now = Scrape.of(metrics);
        assertEquals(0, now.value("counterclaim_swept_total{kind=\"article\"}"));
        assertTrue(now.values().keySet().stream()
                .anyMatch(series -> series.startsWith(
                        "mongodb_driver_commands_seconds_count{collection=\"articles\",command=\"find\"")));
    }

    private double inReview() {
        return Scrape.of(metrics).value("counterclaim_in_review{kind=\"article\"}");
    }

    @Test
    void aReplayIsCounted() {
        double before = replays();
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            as(Tokens.reporter())
                    .contentType("application/json")
                    .body(story("Sent again"))
                    .header("Idempotency-Key", key)
                    .post("/v1/articles")
                    .then()
                    .statusCode(201);
        }
        assertEquals(before + 2, replays());
    }

    private double replays() {
        return Scrape.of(metrics).value("counterclaim_idempotency_replays_total");
    }
}

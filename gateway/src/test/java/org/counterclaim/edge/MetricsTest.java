package org.counterclaim.edge;

import static org.counterclaim.kit.fixture.Api.anyone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import org.counterclaim.fixture.Breakers;
import org.counterclaim.fixture.Partnership;
import org.counterclaim.fixture.Partnership.Key;
import org.counterclaim.fixture.Postgres;
import org.counterclaim.fixture.Services;
import org.counterclaim.fixture.Stand;
import org.counterclaim.kit.fixture.Answers;
import org.counterclaim.kit.fixture.Issuers;
import org.counterclaim.kit.fixture.Scrape;
import org.counterclaim.kit.fixture.Strangers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The metrics that those get who watch over the service. */
@QuarkusTest
@QuarkusTestResource(Services.class)
@QuarkusTestResource(Issuers.class)
@QuarkusTestResource(Postgres.class)
class MetricsTest {

    private static final String STORY = "/v1/stories/" + Services.ID;

    /** More than the connections to the claims, and the places to wait for one. */
    private static final int TOO_MANY = 60;

    private static final int CONNECTIONS = 24;

    @Inject
    Breakers breakers;

    @TestHTTPResource("/")
    URI service;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    Services services;

    @BeforeEach
    void aStory() {
        breakers.close();
        services.haveAStory();
    }

    @Test
    void answersAreCountedByWhatTheyLack() {
        String complete = answers("complete", "none", "none");
        String partial = answers("partial", "claims", "unavailable");
        String unavailable = answers("unavailable", "article", "unavailable");
        Scrape before = Scrape.of(metrics);
        anyone().get(STORY).then().statusCode(200);
        anyone().get("/v1/stories/a-story").then().statusCode(200);
        services.claims().answers(Services.byArticle(), Stand.problem(500, "internal"));
        anyone().get(STORY).then().statusCode(200);
        services.articles().close();
        anyone().get(STORY).then().statusCode(503);
        anyone().get("/v1/stories/a-story").then().statusCode(503);
        services.articles().open().answers("/v1/articles/" + Services.ID, Stand.problem(404, "not-found"));
        anyone().get(STORY).then().statusCode(404);
        Scrape after = Scrape.of(metrics);
        assertEquals(before.value(complete) + 2, after.value(complete));
        assertEquals(before.value(partial) + 1, after.value(partial));
        assertEquals(before.value(unavailable) + 2, after.value(unavailable));
    }

    private static String answers(String outcome, String part, String reason) {
        return "counterclaim_story_answers_total{outcome=\"%s\",part=\"%s\",reason=\"%s\",view=\"story\"}"
                .formatted(outcome, part, reason);
    }

    @Test
    void whatIsTooMuchForAServiceIsShedAndItsBreakerIsSeenToOpen() {
        Scrape before = Scrape.of(metrics);
        assertEquals(1, before.value(breaker("closed")));
        services.claims()
                .answers(
                        Services.byArticle(),
                        Stand.json("\"1\"", Services.CLAIMS).withFixedDelay(3_000));
        Answers.atOnce(TOO_MANY, () -> anyone().get(STORY));
        Scrape after = Scrape.of(metrics);
        String shed = "counterclaim_shed_total{upstream=\"claim-service\"}";
        assertEquals(TOO_MANY - 2 * CONNECTIONS, after.value(shed) - before.value(shed));
        assertEquals(0, after.value(breaker("closed")));
        assertEquals(1, after.value(breaker("open")));
        anyone().get(STORY).then().statusCode(200);
        assertEquals(after.value(calls("breaker_open")) + 1, Scrape.of(metrics).value(calls("breaker_open")));
        assertEquals(2 * CONNECTIONS, after.value(calls("timeout")) - before.value(calls("timeout")));
    }

    @Test
    void whoCannotBeServedIsToldAtOnce() {
        Scrape before = Scrape.of(metrics);
        services.articles()
                .answers(
                        "/v1/articles/" + Services.ID,
                        Stand.json("\"3\"", Services.ARTICLE).withFixedDelay(3_000));
        List<Integer> statuses = Answers.atOnce(100, () -> anyone().get(STORY)).stream()
                .map(Response::statusCode)
                .toList();
        int refused = Collections.frequency(statuses, 503);
        // forty have connections, as many wait; who is refused counts for a moment too
        assertTrue(refused >= 20 && refused < 30, () -> statuses.toString());
        assertEquals(100, refused + Collections.frequency(statuses, 504));
        String shed = "counterclaim_shed_total{upstream=\"article-service\"}";
        assertEquals(refused, Scrape.of(metrics).value(shed) - before.value(shed));
    }

    private static String breaker(String state) {
        return "counterclaim_upstream_breaker_state{state=\"" + state + "\",upstream=\"claim-service\"}";
    }

    private static String calls(String outcome) {
        return "counterclaim_upstream_request_duration_seconds_count{outcome=\"" + outcome
                + "\",upstream=\"claim-service\"}";
    }

    @Test
    void keysAreCountedByWhereTheyWereFound() {
        Partnership.awaitTables();
        Key key = Partnership.on("free").key("read");
        Scrape before = Scrape.of(metrics);
        for (int i = 0; i < 3; i++) {
            key.request().get("/v1/me/quota").then().statusCode(200);
        }
        Scrape after = Scrape.of(metrics);
        for (String source : List.of("memory", "database")) {
            String good = "counterclaim_key_lookups_total{finding=\"good\",source=\"" + source + "\"}";
            assertEquals(source.equals("memory") ? 2 : 1, after.value(good) - before.value(good));
        }
    }

    @Test
    void whoAsksTooMuchIsCounted() {
        Partnership.awaitTables();
        Key key = Partnership.on("free").key("read");
        String limited = "counterclaim_rate_limited_total{caller=\"partner\"}";
        double before = Scrape.of(metrics).value(limited);
        Answers.atOnce(10, () -> {
            for (int i = 0; i < 6; i++) {
                key.request().get("/v1/me/quota");
            }
            return key.request().get("/v1/me/quota");
        });
        assertTrue(Scrape.of(metrics).value(limited) >= before + 5);
    }

    @Test
    void strangersMakeNoSeries() {
        new Strangers(service, metrics)
                .assertNoNewSeries(
                        10_000,
                        List.of(
                                "/*",
                                "/v1/*",
                                "/v1/stories/*",
                                "/v1/stories/*/*",
                                "/v1/partners/*",
                                "/docs/*",
                                "/v1/openapi/*"),
                        List.of(
                                "/v1/articles/*",
                                "/v1/claims/*/*",
                                "/v1/parties/*",
                                "/v1/stories?*",
                                "/v1/stories/art_*"));
    }
}

package org.counterclaim.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.counterclaim.fixture.Breakers;
import org.counterclaim.fixture.Services;
import org.counterclaim.fixture.Stand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Services.class)
class StoryPageTest {

    private static final String DIGESTS = "/v1/claims/by-article:digests";
    private static final String CARD = """
            {"id": "art_%s", "slug": "story-%s", "headline": "Story", "inLanguage": "en", "keywords": ["k"],
             "datePublished": {"value": null, "precision": "unknown"}, "editorialStatus": "published",
             "image": {"url": "https://example.org/i.png"}, "revision": 4, "updatedAt": "2026-11-24T08:00:00.000Z"}""";
    private static final String COUNTS = """
            {"articleId": "art_%s", "digest": {"agreed": 1, "disputed": 5, "one_sided": 9, "unattributed": 5,
             "not_alleged": 1, "unknown": 1, "withdrawn": 0}}""";

    @Inject
    Breakers breakers;

    Services services;

    @BeforeEach
    void twoStories() {
        breakers.close();
        services.haveAStory();
        cards("c");
        counts(COUNTS.formatted("B") + "," + COUNTS.formatted("A"));
    }

    /** A cursor is another one each time. */
    private void cards(String cursor) {
        String items = CARD.formatted("A", "a") + "," + CARD.formatted("B", "b");
        services.articles()
                .answers(
                        "/v1/articles",
                        Stand.json(null, page(items).replace("\"c\"", "\"" + cursor + "\""))
                                .withHeader(
                                        "Link",
                                        "</v1/articles?limit=2>; rel=\"first\", </v1/articles?limit=2&cursor=c>; rel=\"next\""));
    }

    @Test
    void cardsHaveTheirCountsFromOneCall() {
        Map<String, Object> card = anyone().urlEncodingEnabled(false)
                .get(
                        "/v1/stories?limit=2&section=World%20news&subject=s:1&publishedFrom=2026-11&publishedTo=2026&keyword=k")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, no-cache")
                .header("Vary", "Accept, Accept-Encoding")
                .header("ETag", startsWith("W/\""))
                .header("Link", "</v1/stories?limit=2>; rel=\"first\", </v1/stories?limit=2&cursor=c>; rel=\"next\"")
                .body("items.id", contains("art_A", "art_B"))
                .body("items.digest.disputed", contains(5, 5))
                .body("page.nextCursor", is("c"))
                .body("completeness.complete", is(true))
                .extract()
                .path("items[0]");
        assertEquals(Set.of("id", "slug", "headline", "datePublished", "image", "revision", "digest"), card.keySet());
        services.articles()
                .server()
                .verify(
                        1,
                        getRequestedFor(
                                urlEqualTo(
                                        "/v1/articles?limit=2&section=World%20news&subject=s:1&publishedFrom=2026-11&publishedTo=2026&keyword=k")));
        services.claims()
                .server()
                .verify(
                        1,
                        postRequestedFor(urlEqualTo(DIGESTS))
                                .withHeader("Content-Type", equalTo("application/json"))
                                .withRequestBody(equalToJson("{\"ids\": [\"art_A\", \"art_B\"]}")));
    }

    @Test
    void whoHasThePageAlreadyIsToldSo() {
        String tag = list().extract().header("ETag");
        cards("d");
        anyone().header("If-None-Match", tag)
                .get("/v1/stories")
                .then()
                .statusCode(304)
                .header("ETag", tag);
        counts(COUNTS.formatted("A") + "," + COUNTS.formatted("B").replace("5", "6"));
        anyone().header("If-None-Match", tag).get("/v1/stories").then().statusCode(200);
    }

    @Test
    void withoutClaimsTheCardsComeWithoutCountsAndSaySo() {
        services.claims().answers(DIGESTS, aResponse().withStatus(500));
        partial("unavailable").body("items", everyItem(not(hasKey("digest"))));
        services.claims().answers(DIGESTS, Stand.json(null, "{\"items\": []}").withFixedDelay(2_000));
        partial("timeout").body("items", everyItem(not(hasKey("digest"))));
        services.claims().answers(DIGESTS, Stand.json(null, "{\"digests\": []}"));
        partial("invalid").body("items", everyItem(not(hasKey("digest"))));
        anyone().header("Prefer", "handling=strict").get("/v1/stories").then().statusCode(503);
    }

    @Test
    void aCardThatIsLeftWithoutCountsIsNotHidden() {
        counts(COUNTS.formatted("B"));
        partial("unavailable").body("items[0]", not(hasKey("digest"))).body("items[1].digest.agreed", is(1));
    }

    @Test
    void anEmptyPageAsksForNoCounts() {
        services.articles().answers("/v1/articles", Stand.json(null, page("")));
        list().body("items.size()", is(0)).body("completeness.complete", is(true));
        services.claims().server().verify(0, postRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({"malformed", "cursor-mismatch"})
    void whatTheServiceFindsWrongIsPassedOn(String code) {
        services.articles().answers("/v1/articles", Stand.problem(400, code));
        anyone().get("/v1/stories?limit=x")
                .then()
                .statusCode(400)
                .body("type", is("/problems/" + code))
                .body("errors.pointer", contains("/limit"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"items\": {}, \"page\": {}}",
                "{\"items\": [{\"slug\": \"x\"}], \"page\": {}}",
                "{\"items\": [], \"items\": [], \"page\": {}}"
            })
    void aPageThatIsNoneIsAFault(String body) {
        services.articles().answers("/v1/articles", Stand.json(null, body));
        anyone().get("/v1/stories").then().statusCode(503).header("Retry-After", "2");
    }

    @Test
    void aFilterThatIsWrongHereIsNamed() {
        anyone().get("/v1/stories?disputed=yes").then().statusCode(400).body("errors.pointer", contains("/disputed"));
        anyone().get("/v1/stories?disputed=true&limit=201")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/limit"));
    }

    @Test
    void anUnknownFilterIsNamed() {
        anyone().get("/v1/stories?sections=x").then().statusCode(400).body("errors.pointer", contains("/sections"));
        services.articles().server().verify(0, getRequestedFor(Services.readersUrl()));
    }

    private void counts(String items) {
        services.claims().answers(DIGESTS, Stand.json(null, "{\"items\": [" + items + "]}"));
    }

    private static String page(String items) {
        return "{\"items\": [" + items + "], \"page\": {\"limit\": 2, \"nextCursor\": \"c\"}}";
    }

    private static ValidatableResponse list() {
        return anyone().get("/v1/stories").then().statusCode(200);
    }

    private static ValidatableResponse partial(String reason) {
        return list().header("Cache-Control", "no-store")
                .header("ETag", nullValue())
                .body("completeness.complete", is(false))
                .body("completeness.missing[0].reason", is(reason));
    }
}

package org.counterclaim.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.counterclaim.fixture.Breakers;
import org.counterclaim.fixture.Services;
import org.counterclaim.fixture.Stand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of those stories alone in which something is disputed. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class DisputedStoriesTest {

    private static final String DIGESTS = "/v1/claims/by-article:digests";
    private static final String CARD = """
            {"id": "art_%s", "slug": "story", "headline": "Story", "inLanguage": "en", "editorialStatus": "published",
             "datePublished": {"value": null, "precision": "unknown"}, "revision": 4}""";
    private static final String COUNTS = """
            {"articleId": "art_%s", "digest": {"agreed": 1, "disputed": %d, "one_sided": 9, "unattributed": 5,
             "not_alleged": 1, "unknown": 1, "withdrawn": 0}}""";

    @Inject
    Breakers breakers;

    Services services;

    /** D stories have something disputed, A stories have not; in this order, in pages of the article service. */
    @BeforeEach
    void stories() {
        breakers.close();
        services.haveAStory();
        page(null, "c1", "D1", "A1");
        page("c1", "c2", "A2");
        page("c2", "c3", "D2");
        page("c3", null, "D3", "A3");
    }

    @Test
    void aPageIsFilledFromAsManyPagesOfArticlesAsItTakes() {
        list("section=a%20b&disputed=true&limit=2")
                .body("items.id", contains("art_D1", "art_D2"))
                .body("page.limit", is(2))
                .body("page.nextCursor", is("c3"))
                .body("completeness.complete", is(true))
                .header(
                        "Link",
                        "</v1/stories?section=a%20b&disputed=true&limit=2>; rel=\"first\", "
                                + "</v1/stories?section=a%20b&disputed=true&limit=2&cursor=c3>; rel=\"next\"");
        services.articles().server().verify(getRequestedFor(urlEqualTo("/v1/articles?section=a%20b&limit=2")));
        services.articles()
                .server()
                .verify(getRequestedFor(urlEqualTo("/v1/articles?section=a%20b&limit=1&cursor=c1")));
        services.articles()
                .server()
                .verify(getRequestedFor(urlEqualTo("/v1/articles?section=a%20b&limit=1&cursor=c2")));
        services.claims().server().verify(3, postRequestedFor(anyUrl()));
    }

    @Test
    void theNextPageBeginsWhereItEnded() {
        list("disputed=true&limit=2&cursor=c3")
                .body("items.id", contains("art_D3"))
                .body("page.nextCursor", nullValue())
                .header("Link", "</v1/stories?disputed=true&limit=2>; rel=\"first\"");
    }

    @Test
    void theOthersCanBeAskedForToo() {
        list("disputed=false&limit=9").body("items.id", contains("art_A1", "art_A2", "art_A3"));
    }

    @Test
    void aLongSearchEndsWithAPageThatNamesTheNext() {
        for (int i = 1; i <= 8; i++) {
            page("c" + i, "c" + (i + 1), "A" + i);
        }
        list("disputed=true&limit=1&cursor=c1").body("items", empty()).body("page.nextCursor", is("c9"));
        services.articles().server().verify(8, getRequestedFor(urlPathEqualTo("/v1/articles")));
    }

    @Test
    void whoHasThePageAlreadyIsToldSo() {
        String tag = list("disputed=true&limit=2").extract().header("ETag");
        anyone().header("If-None-Match", tag)
                .get("/v1/stories?disputed=true&limit=2")
                .then()
                .statusCode(304);
    }

    @Test
    void aCardWithoutCountsMayBeOneOfThem() {
        services.claims()
                .server()
                .stubFor(counting("D1")
                        .willReturn(Stand.json(null, "{\"items\": [" + COUNTS.formatted("A1", 0) + "]}")));
        list("disputed=true&limit=1")
                .body("items.id", contains("art_D1"))
                .body("items[0]", not(hasKey("digest")))
                .body("completeness.complete", is(false))
                .header("Cache-Control", "no-store")
                .header("ETag", nullValue());
    }

    @Test
    void withoutTheClaimsNobodyKnowsWhichTheyAre() {
        services.claims().answers(DIGESTS, aResponse().withStatus(500));
        failed(503, "upstream-unavailable");
        services.claims().answers(DIGESTS, Stand.json(null, "{}").withFixedDelay(2_000));
        failed(504, "upstream-timeout");
    }

    private static void failed(int status, String code) {
        anyone().get("/v1/stories?disputed=true")
                .then()
                .statusCode(status)
                .header("Retry-After", "2")
                .body("type", is("/problems/" + code));
    }

    private void page(String cursor, String next, String... names) {
        String items = List.of(names).stream().map(CARD::formatted).collect(Collectors.joining(","));
        String nextCursor = next == null ? "null" : "\"" + next + "\"";
        services.articles()
                .server()
                .stubFor(get(urlPathEqualTo("/v1/articles"))
                        .withQueryParam("cursor", cursor == null ? absent() : equalTo(cursor))
                        .willReturn(Stand.json(
                                null,
                                "{\"items\": [" + items + "], \"page\": {\"limit\": 9, \"nextCursor\": " + nextCursor
                                        + "}}")));
        String counts = List.of(names).stream()
                .map(name -> COUNTS.formatted(name, name.startsWith("D") ? 2 : 0))
                .collect(Collectors.joining(","));
        services.claims()
                .server()
                .stubFor(counting(names[0]).willReturn(Stand.json(null, "{\"items\": [" + counts + "]}")));
    }

    private static MappingBuilder counting(String first) {
        return post(urlPathEqualTo(DIGESTS)).withRequestBody(matchingJsonPath("$.ids[0]", equalTo("art_" + first)));
    }

    private static ValidatableResponse list(String query) {
        return anyone().get("/v1/stories?" + query).then().statusCode(200);
    }
}

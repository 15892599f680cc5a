package org.counterclaim.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.counterclaim.fixture.Breakers;
import org.counterclaim.fixture.Services;
import org.counterclaim.fixture.Stand;
import org.counterclaim.kit.fixture.Issuers;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Services.class)
@QuarkusTestResource(Issuers.class)
class ClaimStoriesTest {

    private static final String CLAIM = "/v1/claims/clm_01JRD8VN4Z5D8C7A2V0X3K9QWE";
    private static final String STORIES = CLAIM + "/stories";
    private static final String DIGESTS = "/v1/claims/by-article:digests";
    private static final String CARD = """
            {"id": "art_%s", "slug": "story", "headline": "Story", "inLanguage": "en", "editorialStatus": "published",
             "datePublished": {"value": null, "precision": "unknown"}, "revision": 4}""";
    private static final String COUNTS = """
            {"articleId": "art_%s", "digest": {"agreed": 1, "disputed": 5, "one_sided": 9, "unattributed": 5,
             "not_alleged": 1, "unknown": 1, "withdrawn": 0}}""";

    @Inject
    Breakers breakers;

    Services services;

    @BeforeEach
    void aClaimInTwoStories() {
        breakers.close();
        services.haveAStory();
        appearances(
                "{\"articleId\": \"art_A\"}, {\"articleId\": \"art_B\"}, {\"articleId\": \"art_A\"}, {\"url\": \"x\"}");
        services.articles()
                .answers(
                        "/v1/articles",
                        Stand.json(
                                null,
                                "{\"items\": [" + CARD.formatted("B") + "," + CARD.formatted("A")
                                        + "], \"page\": {\"limit\": 20, \"nextCursor\": \"c\"}}"));
        services.claims()
                .answers(
                        DIGESTS,
                        Stand.json(null, "{\"items\": [" + COUNTS.formatted("A") + "," + COUNTS.formatted("B") + "]}"));
    }

    @Test
    void aClaimLeadsToItsStories() {
        list().body("items.id", contains("art_B", "art_A"))
                .body("items.digest.disputed", contains(5, 5))
                .body("completeness.complete", is(true))
                .header("Cache-Control", "public, no-cache")
                .header(
                        "Link",
                        "<" + STORIES + "?limit=20>; rel=\"first\", <" + STORIES + "?limit=20&cursor=c>; rel=\"next\"");
        services.articles().server().verify(1, getRequestedFor(urlEqualTo("/v1/articles?limit=20&id=art_A&id=art_B")));
        services.claims()
                .server()
                .verify(
                        1,
                        postRequestedFor(urlEqualTo(DIGESTS))
                                .withRequestBody(equalToJson("{\"ids\": [\"art_B\", \"art_A\"]}")));
    }

    @Test
    void whoHasThePageAlreadyIsToldSo() {
        String tag = list().extract().header("ETag");
        anyone().header("If-None-Match", tag).get(STORIES).then().statusCode(304);
    }

    @Test
    void itGoesOnWhereACursorSays() {
        anyone().get(STORIES + "?limit=7&cursor=c").then().statusCode(200);
        services.articles()
                .server()
                .verify(1, getRequestedFor(urlEqualTo("/v1/articles?limit=7&cursor=c&id=art_A&id=art_B")));
        anyone().get(STORIES + "?limit=0").then().statusCode(400).body("errors.pointer", contains("/limit"));
        anyone().get(STORIES + "?size=1").then().statusCode(400).body("errors.pointer", contains("/size"));
    }

    @Test
    void aClaimOfNoStoryHasAnEmptyPage() {
        appearances("{\"url\": \"x\"}");
        list().body("items", empty()).body("completeness.complete", is(true));
        services.articles().server().verify(0, getRequestedFor(Services.readersUrl()));
    }

    @Test
    void withoutCountsTheCardsSaySo() {
        services.claims().answers(DIGESTS, aResponse().withStatus(500));
        list().body("items", everyItem(not(hasKey("digest"))))
                .body("completeness.complete", is(false))
                .header("Cache-Control", "no-store");
        anyone().header("Prefer", "handling=strict").get(STORIES).then().statusCode(503);
    }

    @Test
    void withoutAnyServiceThereIsNone() {
        services.articles().answers("/v1/articles", aResponse().withStatus(500));
        anyone().get(STORIES).then().statusCode(503).header("Retry-After", "2");
        services.claims().close();
        anyone().get(STORIES).then().statusCode(503).header("Retry-After", "2");
    }

    @ParameterizedTest
    @CsvSource({"404, not-found", "410, gone", "451, legal", "401, unauthorized"})
    void aClaimThatIsNotShownHasNone(int status, String code) {
        services.claims().answers(CLAIM, Stand.problem(status, code));
        anyone().get(STORIES).then().statusCode(status).body("type", is("/problems/" + code));
    }

    @Test
    void whatIsNoClaimNeverLeaves() {
        anyone().get("/v1/claims/clm_short/stories").then().statusCode(404);
        services.claims().server().verify(0, getRequestedFor(Services.readersUrl()));
    }

    @Test
    void aMergedClaimLeadsToTheOther() {
        services.claims().answers(CLAIM, aResponse().withStatus(308).withHeader("Location", "/v1/claims/clm_2"));
        anyone().redirects()
                .follow(false)
                .get(STORIES)
                .then()
                .statusCode(308)
                .header("Location", "/v1/claims/clm_2/stories");
    }

    @Test
    void theServicesLearnWhoAsks() {
        String token = Tokens.editor();
        as(token).get(STORIES).then().statusCode(200).header("Cache-Control", "private, no-cache");
        services.claims()
                .server()
                .verify(1, getRequestedFor(urlEqualTo(CLAIM)).withHeader("Authorization", equalTo("Bearer " + token)));
        services.claims()
                .server()
                .verify(1, postRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer " + token)));
    }

    @Test
    void whatElseIsUnderAClaimIsItsServices() {
        services.claims().answers(CLAIM + "/graph", Stand.problem(404, "not-found"));
        anyone().get(CLAIM + "/graph").then().statusCode(404).body("detail", is("In the service's words."));
        anyone().delete(STORIES).then().statusCode(405).header("Allow", "GET, HEAD");
    }

    private void appearances(String places) {
        services.claims().answers(CLAIM, Stand.json("\"1\"", "{\"id\": \"clm_1\", \"appearances\": [" + places + "]}"));
    }

    private static ValidatableResponse list() {
        return anyone().get(STORIES).then().statusCode(200);
    }
}

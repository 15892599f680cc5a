package org.counterclaim.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.counterclaim.fixture.Services.ARTICLE;
import static org.counterclaim.fixture.Services.ID;
import static org.counterclaim.fixture.Services.byArticle;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Services.class)
@QuarkusTestResource(Issuers.class)
class StoryPastTest {

    private static final String STORY = "/v1/stories/" + ID;
    private static final String ARTICLE_PATH = "/v1/articles/" + ID;
    private static final String CLAIM = "clm_01JRD8VN4Z5D8C7A2V0X3K9QWE";
    private static final String SINCE = "2026-11-24T07:00:00Z";
    private static final String REVISIONS = """
            {"items": [{"revision": 3, "updatedAt": "2026-11-24T08:00:00.000Z", "editorialStatus": "published",
              "headline": "New", "changeType": "correction"},
             {"revision": 2, "updatedAt": "2026-11-23T08:00:00.000Z", "editorialStatus": "published", "headline": "Old",
              "changeType": "transition"}], "page": {"limit": 200, "nextCursor": null}}""";
    private static final String MOVES = """
            {"articleId": "%s", "items": [{"claimId": "clm_1", "shortText": "Rain", "move": {"revision": 4,
             "at": "2026-11-23T09:00:00.000Z", "to": {"value": "one_sided", "ruleset": "dispute-rules/2", "becauseOf": []},
             "because": [], "brought": ["pos_1"], "changeType": "update"}}]}""".formatted(ID);
    private static final String WORDS = "{\"from\":2,\"to\":3,\"members\":[\"headline\"],\"sections\":[]}";
    private static final String CHANGES = "{\"articleId\":\"" + ID
            + "\",\"articleRevision\":3,\"added\":[{\"claimId\":\"clm_2\",\"shortText\":\"Wind\",\"disputeStatus\":\"denied\"}],"
            + "\"withdrawn\":[\"clm_3\"],\"changed\":[]}";

    @Inject
    Breakers breakers;

    Services services;

    @BeforeEach
    void aStoryWithAPast() {
        breakers.close();
        services.haveAStory();
        String corrected = """
                "corrections":[{"id":"cor_1","type":"correction","text":"It snowed.","datePublished":"2026-11-24T08:00:00.000Z",
                 "affects":[],"fromRevision":2,"toRevision":3}]""";
        services.articles()
                .answers(ARTICLE_PATH, Stand.json("\"3\"", ARTICLE.replace("\"corrections\":[]", corrected)));
        services.articles()
                .server()
                .stubFor(get(urlPathEqualTo(ARTICLE_PATH))
                        .withQueryParam("asOf", equalTo(SINCE))
                        .willReturn(Stand.json("\"2-a\"", "{\"revision\": 2}")));
        services.articles().answers(ARTICLE_PATH + "/revisions", Stand.json(null, REVISIONS));
        services.articles().answers(ARTICLE_PATH + "/diff", Stand.json("\"3-d1\"", WORDS));
        services.claims().answers(byArticle() + "/timeline", Stand.json("\"7e\"", MOVES));
        services.claims().answers(byArticle() + "/diff", Stand.json("\"d2\"", CHANGES));
    }

    @Test
    void bothHistoriesAreOneInTheOrderOfTime() {
        read("/timeline")
                .body("id", is(ID))
                .body("items.kind", contains("article", "claim", "article"))
                .body("items[0].article.changeType", is("correction"))
                .body("items[0].correction.text", is("It snowed."))
                .body("items[1].at", is("2026-11-23T09:00:00.000Z"))
                .body("items[1].claim.move.brought", contains("pos_1"))
                .body("items[2]", not(hasKey("correction")))
                .body("completeness.complete", is(true));
        services.articles().server().verify(1, getRequestedFor(urlEqualTo(ARTICLE_PATH + "/revisions?limit=200")));
    }

    @Test
    void whatChangedIsTheServicesOwnBytes() {
        String body = read("/diff?since=" + SINCE)
                .header("ETag", "W/\"1/3-d1/d2\"")
                .extract()
                .asString();
        assertEquals(
                "{\"id\":\"" + ID + "\",\"article\":" + WORDS + ",\"claims\":" + CHANGES
                        + ",\"completeness\":{\"complete\":true}}",
                body);
        services.articles().server().verify(1, getRequestedFor(urlEqualTo(ARTICLE_PATH + "/diff?from=2")));
        services.claims().server().verify(1, getRequestedFor(urlEqualTo(byArticle() + "/diff?since=" + SINCE)));
    }

    @Test
    void whoNamesWhatHeHasReadNeedsNoTime() {
        read("/diff?since=" + ID + ":1," + CLAIM + ":4").body("claims.withdrawn", contains("clm_3"));
        services.articles().server().verify(1, getRequestedFor(urlEqualTo(ARTICLE_PATH + "/diff?from=1")));
        services.claims()
                .server()
                .verify(1, getRequestedFor(urlEqualTo(byArticle() + "/diff?known=" + CLAIM + "%3A4")));
        read("/diff?since=" + ID + ":1");
        services.claims().server().verify(1, getRequestedFor(urlEqualTo(byArticle() + "/diff?known=%2C")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/timeline", "/diff?since=" + SINCE})
    void whoHasItAlreadyIsToldSo(String path) {
        String tag = read(path).extract().header("ETag");
        anyone().header("If-None-Match", tag).get(STORY + path).then().statusCode(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/timeline", "/diff?since=" + SINCE})
    void withoutTheClaimsItIsTheArticlesAlone(String path) {
        services.claims().answers(byArticle() + "/timeline", aResponse().withStatus(500));
        services.claims().answers(byArticle() + "/diff", aResponse().withStatus(500));
        read(path)
                .body("completeness.missing.part", contains("claims"))
                .header("Cache-Control", "no-store")
                .header("ETag", nullValue());
        anyone().header("Prefer", "handling=strict").get(STORY + path).then().statusCode(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/timeline", "/diff?since=" + SINCE})
    void withoutTheArticlesPastThereIsNone(String path) {
        services.articles().answers(ARTICLE_PATH + "/revisions", aResponse().withStatus(500));
        services.articles().answers(ARTICLE_PATH + "/diff", aResponse().withStatus(500));
        anyone().get(STORY + path).then().statusCode(503).header("Retry-After", "2");
    }

    @ParameterizedTest
    @CsvSource({"404, not-found", "410, gone", "451, legal"})
    void aStoryThatIsNotShownHasNoPast(int status, String code) {
        services.articles().answers(ARTICLE_PATH, Stand.problem(status, code));
        for (String path : new String[] {"/timeline", "/diff?since=" + ID + ":1"}) {
            anyone().get(STORY + path).then().statusCode(status).body("type", is("/problems/" + code));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "since=",
                "since=yesterday",
                "since=2999-01-01T00:00:00Z",
                "since=" + CLAIM + ":4",
                "since=" + ID + ":x",
                "since=" + ID + ":1,pty_1:2"
            })
    void whatCannotHaveBeenReadIsNamed(String query) {
        anyone().get(STORY + "/diff?" + query).then().statusCode(400).body("errors.pointer", contains("/since"));
    }

    @Test
    void whatWasNotPublicThenCannotHaveBeenReadEither() {
        services.articles().answers(ARTICLE_PATH + "/diff", Stand.problem(404, "not-found"));
        anyone().get(STORY + "/diff?since=" + ID + ":99")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/since"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/timeline", "/diff?since=" + SINCE})
    void aSlugWillDo(String path) {
        anyone().get("/v1/stories/a-story" + path).then().statusCode(200).body("id", is(ID));
        services.articles()
                .answers(
                        "/v1/articles/by-slug/before",
                        aResponse().withStatus(308).withHeader("Location", "/v1/articles/by-slug/a-story"));
        anyone().redirects()
                .follow(false)
                .get("/v1/stories/before" + path)
                .then()
                .statusCode(308)
                .header("Location", "/v1/stories/a-story" + path);
    }

    @Test
    void theServicesLearnWhoAsks() {
        String token = Tokens.editor();
        as(token).get(STORY + "/timeline").then().statusCode(200).header("Cache-Control", "private, no-cache");
        services.claims()
                .server()
                .verify(
                        1,
                        getRequestedFor(urlEqualTo(byArticle() + "/timeline"))
                                .withHeader("Authorization", equalTo("Bearer " + token)));
    }

    private static ValidatableResponse read(String path) {
        return anyone().get(STORY + path).then().statusCode(200);
    }
}

package org.counterclaim.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.counterclaim.fixture.Services.ARTICLE;
import static org.counterclaim.fixture.Services.ID;
import static org.counterclaim.fixture.Services.byArticle;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
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
class StoryFormsTest {

    private static final String STORY = "/v1/stories/" + ID;
    private static final String ARTICLE_PATH = "/v1/articles/" + ID;
    private static final String JSON_LD = "application/ld+json";
    private static final String TEXT = "text/plain";
    private static final String CLAIMS = """
            {"articleId": "%s", "articleRevision": 3, "digest": {"agreed": [], "disputed": [{"claimId": "clm_1",
              "shortText": "Rain", "disputeStatus": "partially_disputed"}], "one_sided": [{"claimId": "clm_2",
              "shortText": "Wind", "disputeStatus": "one_sided"}], "unattributed": [], "not_alleged": [], "unknown": [],
              "withdrawn": []},
             "parties": [{"id": "pty_1", "revision": 1, "name": "Ann Ash", "jobTitle": "mayor", "type": "Person",
               "createdAt": "2026-11-23T08:00:00.000Z", "updatedAt": "2026-11-23T08:00:00.000Z"}],
             "items": [{"id": "clm_1", "revision": 1, "editorialStatus": "published", "shortText": "Rain",
               "text": "It rained a lot.", "disputeStatus": {"value": "partially_disputed",
               "ruleset": "dispute-rules/2", "becauseOf": []}, "appearances": [{"id": "app_1", "selector":
               {"quote": {"exact": "it reportedly rained"}, "position": {"start": 0, "end": 2}},
               "hedge": {"level": "attributed", "cues": ["reportedly"]}}],
               "positions": [{"id": "pos_1", "party": "pty_1", "stance": "affirms", "aspect": "whole",
                 "quotationType": "none", "hedge": {"level": "asserted"}, "evidence": [], "appearances": []},
                {"id": "pos_2", "party": "pty_1", "stance": "denies_in_part", "aspect": "scale", "supersedes": "pos_1",
                 "quotationType": "direct_quote", "hedge": {"level": "asserted"}, "evidence": [],
                 "appearances": [{"id": "app_2", "selector": {"quote": {"exact": "A drizzle."},
                 "position": {"start": 5, "end": 9}}}]}],
               "evidenceIds": ["evd_1"], "evidence": [{"id": "evd_1", "revision": 1, "kind": "document",
                 "name": "A rain gauge", "access": "described_only", "heldBy": "pty_1", "independentOfParties": false,
                 "appearances": [], "createdAt": "2026-11-23T08:00:00.000Z", "updatedAt": "2026-11-23T08:00:00.000Z"}],
               "reviews": [], "reviewsDisagree": false, "mergedFrom": [], "flags": [],
               "createdAt": "2026-11-23T08:00:00.000Z", "updatedAt": "2026-11-23T08:00:00.000Z"}],
             "sectionSpans": []}""".formatted(ID);
    private static final String NEWS_ARTICLE = """
            {"@context": "https://schema.org", "@type": "NewsArticle", "@id": "urn:uuid:1", "identifier": "%s",
             "version": "3", "headline": "H", "inLanguage": "en", "datePublished": null,
             "creativeWorkStatus": "published"}""".formatted(ID);
    private static final String GRAPH = """
            {"@context": "https://schema.org", "@graph": [{"@type": "Claim", "@id": "urn:uuid:2", "identifier": "clm_1",
             "version": "1", "text": "It rained a lot.", "creativeWorkStatus": "published",
             "dateModified": "2026-11-23T08:00:00.000Z"}]}""";

    @Inject
    Breakers breakers;

    Services services;

    @BeforeEach
    void aStory() {
        breakers.close();
        services.haveAStory();
        String article = ARTICLE.replace(
                "\"corrections\":[]",
                "\"author\":[{\"name\":\"Bob Birch\"}],\"standfirst\":\"On rain.\",\"url\":\"https://example.org/rain\","
                        + "\"datePublished\":{\"value\":\"2026-11-23\",\"precision\":\"day\"},\"corrections\":[{\"id\":\"cor_1\","
                        + "\"type\":\"correction\",\"text\":\"It had snowed.\",\"datePublished\":\"2026-11-24T08:00:00.000Z\","
                        + "\"affects\":[],\"fromRevision\":2,\"toRevision\":3}]");
        services.articles().answers(ARTICLE_PATH, Stand.json("\"3\"", article));
        services.claims().answers(byArticle(), Stand.json("\"9af3\"", CLAIMS));
        linked(services.articles(), ARTICLE_PATH, linked("\"3-b\"", NEWS_ARTICLE));
        linked(services.claims(), byArticle(), linked("\"c0\"", GRAPH));
    }

    @Test
    void asTextItCanBeReadByAnybody() {
        String text = read(TEXT)
                .contentType("text/plain;charset=UTF-8")
                .header("ETag", matchesPattern("W/\"1/3/9af3-[0-9a-f]{16}\""))
                .header("Vary", "Accept, Accept-Encoding")
                .header("Link", "<https://example.org/rain>; rel=\"canonical\"")
                .extract()
                .asString();
        assertEquals("""
                “Quoted” 🙂

                On rain.

                By Bob Birch | 2026-11-23 | https://example.org/rain

                It rained.

                Correction, 2026-11-24: It had snowed.

                WHAT IS DISPUTED

                1. It rained a lot.
                   Status: partially disputed
                   In the text: “it reportedly rained” [attributed: “reportedly”]
                   Ann Ash, mayor, denies in part (scale): “A drizzle.”
                   Evidence: A rain gauge (described only, held by Ann Ash, mayor)

                Other claims: 0 agreed, 1 one sided, 0 unattributed, 0 not alleged, 0 unknown, 0 withdrawn.
                """, text);
    }

    @Test
    void withoutTheClaimsTheTextSaysSo() {
        services.claims().answers(byArticle(), aResponse().withStatus(500));
        read(TEXT)
                .header("Cache-Control", "no-store")
                .header("ETag", nullValue())
                .body(containsString("It rained."))
                .body(containsString("What is disputed cannot be told now. Ask again in 2 s."));
        anyone().accept(TEXT)
                .header("Prefer", "handling=strict")
                .get(STORY)
                .then()
                .statusCode(503);
    }

    @Test
    void aRetractionStandsInTheText() {
        services.articles()
                .answers(
                        ARTICLE_PATH,
                        Stand.json(
                                "\"4\"",
                                ARTICLE.replace("\"corrections\"", "\"notice\":\"All wrong.\",\"corrections\"")));
        services.claims().answers(byArticle(), Stand.json("\"1\"", Services.CLAIMS));
        read(TEXT).body(containsString("Retracted: All wrong.")).body(containsString("Nothing that stands in it."));
    }

    @Test
    void asJsonLdTheArticleMentionsItsClaims() {
        read(JSON_LD)
                .contentType("application/ld+json;charset=UTF-8")
                .header("ETag", matchesPattern("W/\"1/3/9af3-[0-9a-f]{16}\""))
                .header("Link", "<https://example.org/rain>; rel=\"canonical\"")
                .body("'@context'", is("https://schema.org"))
                .body("'@type'", is("NewsArticle"))
                .body("identifier", is(ID))
                .body("mentions.'@type'", contains("Claim"))
                .body("mentions.identifier", contains("clm_1"));
    }

    @Test
    void withoutTheClaimsThereIsNoJsonLd() {
        linked(services.claims(), byArticle(), aResponse().withStatus(500));
        anyone().accept(JSON_LD).get(STORY).then().statusCode(503).header("Retry-After", "2");
        linked(services.claims(), byArticle(), Stand.json("\"c0\"", GRAPH));
        anyone().accept(JSON_LD).get(STORY).then().statusCode(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {TEXT, JSON_LD})
    void eachFormHasATagOfItsOwn(String type) {
        String tag = read(type).extract().header("ETag");
        assertNotEquals(tag, anyone().get(STORY).header("ETag"));
        anyone().accept(type).header("If-None-Match", tag).get(STORY).then().statusCode(304);
        anyone().header("If-None-Match", tag)
                .get(STORY)
                .then()
                .statusCode(200)
                .contentType("application/json;charset=UTF-8");
    }

    @ParameterizedTest
    @CsvSource({
        "*/*, application/json",
        "text/*, text/plain",
        "'text/html, application/ld+json;q=0.9, */*;q=0.1', application/ld+json",
        "'application/json;q=0.5, text/plain', text/plain"
    })
    void theReaderGetsWhatHeLikesBest(String accept, String type) {
        anyone().accept(accept).get(STORY).then().statusCode(200).contentType(startsWith(type));
    }

    @Test
    void aSlugWillDo() {
        anyone().accept(TEXT).get("/v1/stories/a-story").then().statusCode(200).body(not(containsString("{")));
    }

    @Test
    void whatNobodyOffersIsRefused() {
        anyone().accept("application/xml")
                .get(STORY)
                .then()
                .statusCode(406)
                .body("type", is("/problems/not-acceptable"));
        anyone().accept(TEXT)
                .get(STORY + "?include=claims")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/include"));
        anyone().get(STORY + "?fields=id").then().statusCode(400).body("errors.pointer", contains("/fields"));
        services.articles().answers(ARTICLE_PATH, Stand.problem(410, "gone"));
        anyone().accept(TEXT).get(STORY).then().statusCode(410).body("type", is("/problems/gone"));
    }

    private static ResponseDefinitionBuilder linked(String tag, String body) {
        return Stand.json(tag, body).withHeader("Content-Type", "application/ld+json;charset=UTF-8");
    }

    private static void linked(Stand service, String path, ResponseDefinitionBuilder answer) {
        service.server()
                .stubFor(get(urlPathEqualTo(path))
                        .withHeader("Accept", containing(JSON_LD))
                        .willReturn(answer));
    }

    private static ValidatableResponse read(String type) {
        return anyone().accept(type).get(STORY).then().statusCode(200);
    }
}

package org.counterclaim.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.counterclaim.fixture.Services.ARTICLE;
import static org.counterclaim.fixture.Services.CLAIMS;
import static org.counterclaim.fixture.Services.ID;
import static org.counterclaim.fixture.Services.byArticle;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.counterclaim.fixture.Breakers;
import org.counterclaim.fixture.Services;
import org.counterclaim.fixture.Stand;
import org.counterclaim.kit.fixture.Issuers;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Services.class)
@QuarkusTestResource(Issuers.class)
class ChosenPartsTest {

    private static final String STORY = "/v1/stories/" + ID;
    private static final String MAP = byArticle() + "/positions/map";
    private static final String RELATED = "/v1/articles/" + ID + "/related";
    private static final String EVIDENCE = """
            {"id": "evd_1", "revision": 1, "kind": "document", "name": "Names", "access": "described_only",
             "independentOfParties": false, "appearances": [], "createdAt": "2026-11-23T08:00:00.000Z",
             "updatedAt": "2026-11-23T08:00:00.000Z"}""";
    private static final String CLAIM = """
            {"id": "clm_%s", "revision": 1, "editorialStatus": "published", "shortText": "T", "text": "T",
             "quantities": [{"value": 1.50, "comparator": "exact", "unitText": "men"}], "disputeStatus":
             {"value": "disputed", "ruleset": "dispute-rules/2", "becauseOf": []}, "positions": [], "appearances": [],
             "evidenceIds": ["evd_1"], "reviews": [], "reviewsDisagree": false, "evidence": [%s], "mergedFrom": [],
             "flags": [], "createdAt": "2026-11-23T08:00:00.000Z", "updatedAt": "2026-11-23T08:00:00.000Z"}""";
    private static final String POSITIONS = """
            {"articleId": "%s", "articleRevision": 3, "parties": [], "items": []}""".formatted(ID);
    private static final String OTHER = """
            {"items": [{"article": {"id": "art_2", "slug": "other", "headline": "Other", "inLanguage": "en",
             "datePublished": {"value": null, "precision": "unknown"}, "editorialStatus": "published", "revision": 1,
             "updatedAt": "2026-11-23T08:00:00.000Z"}, "relations": []}], "page": {"limit": 20, "nextCursor": null}}""";

    @Inject
    Breakers breakers;

    Services services;

    @BeforeEach
    void aStoryWithMoreAroundIt() {
        breakers.close();
        services.haveAStory();
        String article = ARTICLE.replace(
                "\"corrections\"",
                "\"url\":\"https://example.org/ä\",\"sources\":[{\"label\":\"Source 1\",\"resolution\":\"unresolved\"}],\"corrections\"");
        services.articles().answers("/v1/articles/" + ID, Stand.json("\"3\"", article));
        String claims = CLAIM.formatted("1", EVIDENCE) + "," + CLAIM.formatted("2", EVIDENCE);
        services.claims()
                .answers(
                        byArticle(),
                        Stand.json("\"9af3\"", CLAIMS.replace("\"items\":[]", "\"items\":[" + claims + "]")));
        services.claims().answers(MAP, Stand.json("\"9af3\"", POSITIONS));
        services.articles().answers(RELATED, Stand.json(null, OTHER));
    }

    @Test
    void aReaderChoosesWhatComesBesideTheArticle() {
        ValidatableResponse story = story("claims,positions,evidence,sources,related")
                .header("ETag", matchesPattern("W/\"1/3/9af3-[0-9a-f]{16}\""))
                .header("Link", "<https://example.org/%C3%A4>; rel=\"canonical\"")
                .header("Cache-Control", "public, no-cache")
                .body("claims.items.id", contains("clm_1", "clm_2"))
                .body("positions.articleRevision", is(3))
                .body("evidence.id", contains("evd_1"))
                .body("sources.label", contains("Source 1"))
                .body("related.article.slug", contains("other"))
                .body("completeness.complete", is(true))
                .body(containsString("\"value\":1.50"));
        assertEquals(
                Set.of("id", "article", "claims", "positions", "evidence", "sources", "related", "completeness"),
                story.extract().<Map<String, Object>>path("$").keySet());
    }

    @Test
    void whatIsNotChosenIsNotThere() {
        assertEquals(
                Set.of("id", "article", "sources", "completeness"),
                story("sources").extract().<Map<String, Object>>path("$").keySet());
        services.claims().server().verify(0, getRequestedFor(urlEqualTo(MAP)));
        services.articles().server().verify(0, getRequestedFor(urlEqualTo(RELATED)));
        anyone().get("/v1/stories/a-story?include=related")
                .then()
                .statusCode(200)
                .body("$", hasKey("related"));
    }

    @Test
    void eachChoiceHasATagOfItsOwn() {
        String tag = story("related").extract().header("ETag");
        assertNotEquals(tag, story("sources").extract().header("ETag"));
        assertNotEquals(tag, anyone().get(STORY).header("ETag"));
        anyone().header("If-None-Match", tag)
                .get(STORY + "?include=related")
                .then()
                .statusCode(304);
        services.articles().answers(RELATED, Stand.json(null, OTHER.replace("\"revision\": 1", "\"revision\": 2")));
        anyone().header("If-None-Match", tag)
                .get(STORY + "?include=related")
                .then()
                .statusCode(200);
    }

    @Test
    void aNameOfNothingIsRefused() {
        anyone().get(STORY + "?include=claims,comments")
                .then()
                .statusCode(400)
                .body("type", is("/problems/malformed"))
                .body("errors.pointer", contains("/include"))
                .body("errors[0].detail", containsString("positions"));
    }

    @Test
    void eachPartThatIsMissingIsNamed() {
        services.claims().answers(byArticle(), aResponse().withStatus(500));
        services.claims().answers(MAP, Stand.json(null, "{\"items\": [}"));
        services.articles().answers(RELATED, aResponse().withStatus(500));
        story("claims,positions,evidence,related")
                .header("Cache-Control", "no-store")
                .header("ETag", nullValue())
                .body("completeness.complete", is(false))
                .body("completeness.missing.part", contains("claims", "evidence", "positions", "related"))
                .body("completeness.missing[2].reason", is("invalid"));
        story("sources").body("completeness.complete", is(true));
        anyone().header("Prefer", "handling=strict")
                .get(STORY + "?include=related")
                .then()
                .statusCode(503);
    }

    @Test
    void anOldSlugLeadsToTheSameChoice() {
        services.articles()
                .answers(
                        "/v1/articles/by-slug/before",
                        aResponse().withStatus(308).withHeader("Location", "/v1/articles/by-slug/a-story"));
        anyone().redirects()
                .follow(false)
                .get("/v1/stories/before?include=related")
                .then()
                .statusCode(308)
                .header("Location", "/v1/stories/a-story?include=related");
    }

    @Test
    void thePartsAreWhatTheServicesShowTheReader() {
        String token = Tokens.editor();
        as(token)
                .get(STORY + "?include=positions,related")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache");
        services.claims()
                .server()
                .verify(1, getRequestedFor(urlEqualTo(MAP)).withHeader("Authorization", equalTo("Bearer " + token)));
        services.articles()
                .server()
                .verify(
                        1,
                        getRequestedFor(urlEqualTo(RELATED)).withHeader("Authorization", equalTo("Bearer " + token)));
    }

    private static ValidatableResponse story(String include) {
        return anyone().get(STORY + "?include=" + include).then().statusCode(200);
    }
}

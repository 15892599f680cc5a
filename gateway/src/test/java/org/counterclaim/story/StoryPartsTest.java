package org.counterclaim.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.counterclaim.fixture.Services.CLAIMS;
import static org.counterclaim.fixture.Services.ID;
import static org.counterclaim.fixture.Services.byArticle;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
class StoryPartsTest {

    private static final String DIGEST = "/v1/stories/" + ID + "/digest";
    private static final String POSITIONS = "/v1/stories/" + ID + "/positions";
    private static final String MAP = byArticle() + "/positions/map";
    private static final String STANDS = "{\"articleId\":\"" + ID
            + "\",\"articleRevision\":3,\"parties\":[],\"items\":[{\"claimId\":\"clm_1\",\"shortText\":\"Rain\","
            + "\"disputeStatus\":{\"value\":\"disputed\",\"ruleset\":\"dispute-rules/2\",\"becauseOf\":[]},\"rows\":[]}]}";

    @Inject
    Breakers breakers;

    Services services;

    @BeforeEach
    void aStory() {
        breakers.close();
        services.haveAStory();
        String disputed =
                "\"disputed\":[{\"claimId\":\"clm_1\",\"shortText\":\"Rain\",\"disputeStatus\":\"disputed\"}]";
        services.claims().answers(byArticle(), Stand.json("\"9af3\"", CLAIMS.replace("\"disputed\":[]", disputed)));
        services.claims().answers(MAP, Stand.json("\"9af3\"", STANDS));
    }

    @Test
    void theDigestOfAStoryComesAlone() {
        anyone().get(DIGEST)
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("W/\"1/3/9af3-[0-9a-f]{16}\""))
                .header("Cache-Control", "public, no-cache")
                .body("id", is(ID))
                .body("articleRevision", is(3))
                .body("digest.disputed.claimId", contains("clm_1"))
                .body("completeness.complete", is(true));
    }

    @Test
    void thePositionsAreTheServicesOwnBytes() {
        String body = anyone().get(POSITIONS)
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("W/\"1/3/9af3-[0-9a-f]{16}\""))
                .extract()
                .asString();
        assertEquals(STANDS, body);
        assertNotEquals(
                anyone().get(DIGEST).header("ETag"), anyone().get(POSITIONS).header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {DIGEST, POSITIONS})
    void whoHasItAlreadyIsToldSo(String path) {
        String tag = anyone().get(path).header("ETag");
        anyone().header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag);
        anyone().header("If-None-Match", anyone().get("/v1/stories/" + ID).header("ETag"))
                .get(path)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"digest", "positions"})
    void aSlugWillDo(String part) {
        anyone().get("/v1/stories/a-story/" + part).then().statusCode(200).body("articleRevision", is(3));
        services.articles()
                .answers(
                        "/v1/articles/by-slug/before",
                        aResponse().withStatus(308).withHeader("Location", "/v1/articles/by-slug/a-story"));
        anyone().redirects()
                .follow(false)
                .get("/v1/stories/before/" + part)
                .then()
                .statusCode(308)
                .header("Location", "/v1/stories/a-story/" + part);
        anyone().get("/v1/stories/No_Slug/" + part).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {DIGEST, POSITIONS})
    void withoutTheClaimsThereIsNone(String path) {
        services.claims().close();
        anyone().get(path)
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("type", is("/problems/upstream-unavailable"));
    }

    @ParameterizedTest
    @CsvSource({"404, not-found", "410, gone", "451, legal"})
    void whatIsNotShownHasNoParts(int status, String code) {
        services.articles().answers("/v1/articles/" + ID, Stand.problem(status, code));
        for (String path : new String[] {DIGEST, POSITIONS}) {
            anyone().get(path).then().statusCode(status).body("type", is("/problems/" + code));
        }
    }

    @Test
    void anUnknownParameterIsNamed() {
        anyone().get(DIGEST + "?deep=1").then().statusCode(400).body("errors.pointer", contains("/deep"));
        anyone().get(POSITIONS + "?deep=1").then().statusCode(400).body("errors.pointer", contains("/deep"));
    }
}

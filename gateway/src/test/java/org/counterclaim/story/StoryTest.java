package org.counterclaim.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.delete;
import static io.restassured.RestAssured.get;
import static org.counterclaim.fixture.Services.ARTICLE;
import static org.counterclaim.fixture.Services.CLAIMS;
import static org.counterclaim.fixture.Services.ID;
import static org.counterclaim.fixture.Services.byArticle;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
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
class StoryTest {

    private static final String TOKEN = Tokens.editor();

    private static final String STORY = "/v1/stories/" + ID;
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c";
    private static final String TAG = "W/\"1/3/9af3\"";

    @Inject
    Breakers breakers;

    Services services;

    @BeforeEach
    void aStory() {
        breakers.close();
        services.haveAStory();
    }

    @Test
    void aStoryIsTheServicesOwnBytes() {
        byte[] body = anyone().get(STORY)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("ETag", TAG)
                .header("Cache-Control", "public, no-cache")
                .header("Vary", "Accept, Accept-Encoding")
                .header("Request-Id", notNullValue())
                .extract()
                .asByteArray();
        assertEquals(
                "{\"id\":\"" + ID + "\",\"article\":" + ARTICLE + ",\"claims\":" + CLAIMS
                        + ",\"completeness\":{\"complete\":true}}",
                new String(body, StandardCharsets.UTF_8));
    }

    @Test
    void itLeadsToWhereTheArticleWasPublishedFirst() {
        String article = ARTICLE.replace("\"corrections\"", "\"url\":\"https://example.org/ä?a=1\",\"corrections\"");
        services.articles().answers("/v1/articles/" + ID, Stand.json("\"3\"", article));
        String link = "<https://example.org/%C3%A4?a=1>; rel=\"canonical\"";
        anyone().get(STORY).then().statusCode(200).header("Link", link);
        // held by now, and with a wish that the resource answers
        anyone().get(STORY).then().statusCode(200).header("Link", link);
        anyone().header("Prefer", "handling=strict")
                .get(STORY)
                .then()
                .statusCode(200)
                .header("Link", link);
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        anyone().header("If-None-Match", TAG)
                .get(STORY)
                .then()
                .statusCode(304)
                .header("ETag", TAG)
                .header("Cache-Control", "public, no-cache")
                .header("Vary", "Accept, Accept-Encoding")
                .body(emptyString());
        anyone().header("If-None-Match", "\"1/3/9af3\"").get(STORY).then().statusCode(304);
        services.claims().answers(byArticle(), Stand.json("\"9af4\"", CLAIMS));
        anyone().header("If-None-Match", TAG).get(STORY).then().statusCode(200).header("ETag", "W/\"1/3/9af4\"");
    }

    @Test
    void headSaysWhatGetWouldSay() {
        anyone().head(STORY).then().statusCode(200).header("ETag", TAG).body(emptyString());
    }

    @Test
    void theServicesLearnWhoAsksAndInWhichRequest() {
        anyone().header("Authorization", "Bearer " + TOKEN)
                .header("Request-Id", "mine-1")
                .header("traceparent", TRACE + "-b7ad6b7169203331-01")
                .header("Cookie", "not=theirs")
                .get(STORY)
                .then()
                .statusCode(200)
                .header("Request-Id", "mine-1")
                .header("Cache-Control", "private, no-cache");
        for (Stand service : new Stand[] {services.articles(), services.claims()}) {
            String path = service == services.claims() ? byArticle() : "/v1/articles/" + ID;
            service.server()
                    .verify(
                            1,
                            getRequestedFor(urlEqualTo(path))
                                    .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                                    .withHeader("Request-Id", equalTo("mine-1"))
                                    .withHeader("traceparent", matching(TRACE + "-[0-9a-f]{16}-01"))
                                    .withHeader("Cookie", absent()));
        }
    }

    @Test
    void aSlugLeadsToTheSameStory() {
        anyone().get("/v1/stories/a-story")
                .then()
                .statusCode(200)
                .header("ETag", TAG)
                .body("id", is(ID))
                .body("claims.articleId", is(ID));
    }

    @Test
    void anOldSlugLeadsToTheNewOne() {
        services.articles()
                .answers(
                        "/v1/articles/by-slug/before",
                        aResponse().withStatus(308).withHeader("Location", "/v1/articles/by-slug/a-story"));
        anyone().redirects()
                .follow(false)
                .get("/v1/stories/before")
                .then()
                .statusCode(308)
                .header("Location", "/v1/stories/a-story");
    }

    @ParameterizedTest
    @ValueSource(strings = {"art_short", "Not_A_Slug", "..%2Fx", "%2e%2e%2f", "a%3Fb"})
    void whatIsNeitherIdNorSlugNeverLeaves(String odd) {
        anyone().urlEncodingEnabled(false).get("/v1/stories/" + odd).then().statusCode(404);
        services.articles().server().verify(0, getRequestedFor(Services.readersUrl()));
    }

    @ParameterizedTest
    @CsvSource({"404, not-found", "410, gone", "451, legal"})
    void anArticleThatIsNotShownIsNoStory(int status, String code) {
        services.articles().answers("/v1/articles/" + ID, Stand.problem(status, code));
        anyone().get(STORY)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("type", is("/problems/" + code))
                .body("detail", is("In the service's words."))
                .body("instance", is(STORY))
                .body("requestId", notNullValue());
        anyone().get("/v1/stories/unheard-of").then().statusCode(404);
    }

    @Test
    void aBadTokenIsTheServicesToRefuse() {
        services.articles()
                .answers(
                        "/v1/articles/" + ID,
                        Stand.problem(401, "unauthorized")
                                .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\""));
        anyone().header("Authorization", "Bearer " + TOKEN)
                .get(STORY)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .body("type", is("/problems/unauthorized"));
    }

    @Test
    void withoutTagsOfThePartsThereIsNone() {
        services.claims().answers(byArticle(), Stand.json(null, CLAIMS));
        anyone().get(STORY).then().statusCode(200).header("ETag", nullValue());
    }

    @Test
    void onlyJsonIsThere() {
        anyone().accept("text/html").get(STORY).then().statusCode(406).body("type", is("/problems/not-acceptable"));
        anyone().accept("application/json;q=0.5, text/html").get(STORY).then().statusCode(200);
    }

    @Test
    void anUnknownParameterIsNamed() {
        anyone().get(STORY + "?fresh=1&deep=2")
                .then()
                .statusCode(400)
                .body("type", is("/problems/malformed"))
                .body("errors.pointer", contains("/deep", "/fresh"));
    }

    @Test
    void theFrameworksErrorsHaveTheSameShape() {
        delete(STORY)
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD")
                .body("type", is("/problems/method-not-allowed"));
        get("/v1/nothing").then().statusCode(404).body("type", is("/problems/not-found"));
    }

    @Test
    void aReaderWhoCanGetsItCompressed() {
        anyone().header("Accept-Encoding", "gzip")
                .get(STORY)
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip")
                .body("article.headline", containsString("🙂"));
    }
}

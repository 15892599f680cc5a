package org.counterclaim.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.regex.Pattern;
import org.counterclaim.fixture.Services;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer tells a browser when nothing is set. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class HeadersTest {

    Services services;

    @BeforeEach
    void story() {
        services.haveAStory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nothing",
                "/v1/openapi",
                "/v1/stories/" + Services.ID,
                "/v1/stories/nobody-wrote-this",
                "/v1/stories?limit=1000000",
                "/v1/articles/" + Services.ID,
                "/v1/articles/nothing"
            })
    void anAnswerIsDataAndNothingElse(String path) {
        assertNoSniffing(given().get(path).then())
                .header("Content-Security-Policy", equalTo("default-src 'none'; frame-ancestors 'none'"));
    }

    @Test
    void soIsOneWithoutABodyAndARefusal() {
        assertNoSniffing(given().header("If-None-Match", "*")
                .get("/v1/stories/" + Services.ID)
                .then()
                .statusCode(304));
        assertNoSniffing(given().delete("/v1/stories").then().statusCode(405));
        assertNoSniffing(
                given().body(new byte[1_100_000]).post("/v1/articles").then().statusCode(413));
    }

    @Test
    void theDocsMayRunWhatTheyBring() {
        String page = assertNoSniffing(given().get("/docs/").then().statusCode(200))
                .header("Content-Security-Policy", startsWith("default-src 'self'; script-src 'self' 'unsafe-inline'"))
                .extract()
                .asString();
        assertTrue(
                Pattern.compile("(src|href)=\"https?://")
                        .matcher(page)
                        .results()
                        .findAny()
                        .isEmpty(),
                page);
    }

    @Test
    void whoComesFromElsewhereIsAnsweredAndItsScriptsReadNothing() {
        given().header("Origin", "https://elsewhere.example")
                .get("/v1/stories/" + Services.ID)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Vary", containsString("Accept"));
    }

    static ValidatableResponse assertNoSniffing(ValidatableResponse answer) {
        return answer.header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Strict-Transport-Security", nullValue());
    }
}

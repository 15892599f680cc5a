package org.counterclaim.edge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.arrayContainingInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.counterclaim.fixture.Services;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts of the origins that are named read our answers; and behind TLS nobody comes back without it. */
@QuarkusTest
@QuarkusTestResource(Services.class)
@TestProfile(EdgeSettings.class)
class CrossOriginTest {

    private static final String NAMED = EdgeSettings.NAMED;
    private static final String STORY = "/v1/stories/" + Services.ID;

    Services services;

    @BeforeEach
    void story() {
        services.haveAStory();
    }

    @ParameterizedTest
    @ValueSource(strings = {STORY, "/v1/articles/" + Services.ID, "/v1/openapi", "/v1/stories/nothing", "/nothing"})
    void aNamedOriginReadsTheAnswerAndItsHeaders(String path) {
        Response answer = from(NAMED).get(path);
        answer.then()
                .header("Access-Control-Allow-Origin", equalTo(NAMED))
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Vary", endsWith("Origin"));
        assertThat(
                answer.header("Access-Control-Expose-Headers").split(","),
                arrayContainingInAnyOrder(
                        "ETag",
                        "Link",
                        "Location",
                        "Not-Kept",
                        "Request-Id",
                        "RateLimit",
                        "RateLimit-Policy",
                        "Retry-After",
                        "Idempotency-Replayed"));
    }

    @Test
    void aPreflightTellsWhatMayBeSent() {
        Response answer = from("http://localhost:3000")
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "authorization,if-match,content-type")
                .options("/v1/articles/" + Services.ID);
        answer.then()
                .statusCode(204)
                .body(emptyString())
                .header("Access-Control-Allow-Origin", equalTo("http://localhost:3000"))
                .header("Access-Control-Allow-Methods", containsString("PUT"))
                .header("Access-Control-Allow-Headers", containsString("If-Match"))
                .header("Access-Control-Allow-Headers", containsString("Authorization"))
                .header("Access-Control-Max-Age", equalTo("7200"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.example.org.evil.example",
                "http://www.example.org",
                "https://WWW.example.org/",
                "null",
                "http:",
                "http://a_b",
                "%00",
                "*"
            })
    void anybodyElseIsAnsweredWithoutThem(String origin) {
        from(origin)
                .get(STORY)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Expose-Headers", nullValue())
                .header("Vary", endsWith("Origin"));
        from(origin)
                .header("Access-Control-Request-Method", "DELETE")
                .options("/v1/stories")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Methods", nullValue());
    }

    @Test
    void anAnswerWithoutAnOriginIsNotKeptForOneWith() {
        given().get(STORY).then().header("Vary", endsWith("Origin")).header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void behindTlsNobodyComesBackWithoutIt() {
        given().get("/nothing").then().header("Strict-Transport-Security", equalTo("max-age=31536000"));
    }

    private static RequestSpecification from(String origin) {
        return given().header("Origin", origin);
    }
}

package org.counterclaim.article;

import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class BadInputTest {

    @TestHTTPResource("/v1/articles")
    URI articles;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"headline\": | 400 | malformed | ",
                "{\"headline\": \"x\", \"revision\": 3} | 400 | malformed | /revision",
                "{\"headline\": \"x\", \"editorialStatus\": \"published\"} | 400 | malformed | /editorialStatus",
                "{\"headline\": \"x\", \"sections\": [{\"role\": \"poem\", \"text\": \"x\"}]} | 400 | malformed | /sections/0/role",
                "{\"headline\": 5} | 400 | malformed | /headline",
                "{\"headline\": \"a\\u0000\"} | 400 | malformed | /headline",
                "{\"headline\": {\"$gt\": \"\"}} | 400 | malformed | /headline",
                "{\"headline\": \"x\", \"embargoedUntil\": \"+12345-01-01T00:00:00Z\"} | 400 | malformed | /embargoedUntil",
                "{\"headline\": \"x\", \"expires\": \"+999999999-12-31T23:59:59Z\"} | 400 | malformed | /expires",
                "{\"headline\": \"x\", \"expires\": 1e300} | 400 | malformed | /expires",
                "{\"headline\": \"x\", \"expires\": \"2026-11-28\"} | 400 | malformed | /expires",
                "{} | 422 | validation | /headline",
                "{\"headline\": \" \"} | 422 | validation | /headline",
                "{\"headline\": \"x\", \"url\": \"javascript:alert(1)\"} | 422 | validation | /url",
                "{\"headline\": \"x\", \"inLanguage\": \"e_n\"} | 422 | validation | /inLanguage",
                "{\"headline\": \"x\", \"keywords\": [\"a\", null]} | 422 | validation | /keywords/1",
                "{\"headline\": \"x\", \"datePublished\": {\"value\": \"2025\", \"precision\": \"day\"}} | 422 | validation | /datePublished",
                "{\"headline\": \"x\", \"sections\": [{\"role\": \"list\", \"text\": \"\"}]} | 422 | validation | /sections/0/text",
                "{\"headline\": \"x\", \"sections\": [{\"id\": \"s1\", \"role\": \"list\", \"text\": \"a\"}, {\"id\": \"s1\", \"role\": \"list\", \"text\": \"b\"}]} | 422 | validation | /sections/1/id"
            })
    void aBodyThatIsWrongIsAnsweredWithWhereAndNothingIsWritten(String body, int status, String code, String pointer) {
        String before = everything();
        sending(Tokens.reporter(), body)
                .post("/v1/articles")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + code))
                .body(
                        pointer == null ? "status" : "errors.pointer",
                        pointer == null ? equalTo(status) : hasItem(pointer));
        assertEquals(before, everything());
    }

    @Test
    void anUnknownSectionIdIsNotInvented() {
        String id = Newsroom.aDraft("Ids are given").getString("id");
        sending(
                        Tokens.reporter(),
                        1,
                        "{\"headline\": \"x\", \"sections\": [{\"id\": \"s9\", \"role\": \"list\", \"text\": \"a\"}]}")
                .put("/v1/articles/" + id)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/sections/0/id"));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=abc, limit",
        "limit=0, limit",
        "limit=201, limit",
        "limit=-1, limit",
        "cursor=forged, cursor",
        "sort=headline, sort",
        "editorialStatus=odd, editorialStatus",
        "heading=x, heading"
    })
    void aWrongQueryParameterIsNamed(String query, String name) {
        anyone().get("/v1/articles?" + query).then().statusCode(400).body("errors.pointer", contains("/" + name));
    }

    static Stream<String> badTokens() {
        return Stream.of(Tokens.expired(), Tokens.unsigned(), Tokens.forAudience("others"), "nonsense");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aBadTokenIsRefusedEvenForReading(String token) {
        as(token)
                .get("/v1/articles")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", equalTo("/problems/unauthorized"));
    }

    @Test
    void writingNeedsARole() {
        anyone().contentType("application/json")
                .body("{}")
                .post("/v1/articles")
                .then()
                .statusCode(401);
        sending(Tokens.service(), "{}")
                .post("/v1/articles")
                .then()
                .statusCode(403)
                .body("detail", equalTo("Needs the role reporter, or an API key with the scope write:articles."));
    }

    @Test
    void theFrameworksErrorsHaveTheSameShape() {
        as(Tokens.reporter())
                .accept("image/png")
                .get("/v1/articles")
                .then()
                .statusCode(406)
                .body("type", equalTo("/problems/not-acceptable"));
        as(Tokens.reporter())
                .contentType("text/markdown")
                .body("# x")
                .post("/v1/articles")
                .then()
                .statusCode(415)
                .body("type", equalTo("/problems/unsupported-media-type"));
        io.restassured.RestAssured.delete("/v1/articles")
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD, POST")
                .body("type", equalTo("/problems/method-not-allowed"));
        io.restassured.RestAssured.get("/nothing").then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void aBodyOverTheLimitIsRefused(boolean chunked, boolean keyed) throws Exception {
        String[] key = keyed ? new String[] {"Idempotency-Key", "too-large"} : new String[0];
        HttpResponse<String> answer = post("{\"headline\": \"" + "x".repeat(1_100_000) + "\"}", chunked, key);
        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains("/problems/payload-too-large"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"headline\":", "{\"headline\":\"x\",\"sections\":"})
    void jsonThatIsNestedTooDeepIsRefused(String before) throws Exception {
        HttpResponse<String> answer = post(before + "[".repeat(100_000), false);
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("/problems/malformed"), answer.body());
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        as(Tokens.reporter())
                .contentType("text/plain")
                .body(new byte[] {'a', (byte) 0xff, 'b'})
                .post("/v1/articles")
                .then()
                .statusCode(400);
        as(Tokens.reporter())
                .contentType("text/plain")
                .body("\n \n")
                .post("/v1/articles")
                .then()
                .statusCode(422);
    }

    private HttpResponse<String> post(String body, boolean chunked, String... headers) throws Exception {
        BodyPublisher whole = BodyPublishers.ofString(body);
        BodyPublisher stream = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes()));
        HttpRequest.Builder request = HttpRequest.newBuilder(articles);
        if (headers.length > 0) {
            request.headers(headers);
        }
        request.version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + Tokens.reporter())
                .header("Content-Type", "application/json")
                .POST(chunked ? stream : whole);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static String everything() {
        return as(Tokens.reporter())
                .get("/v1/articles?limit=200")
                .jsonPath()
                .getList("items.id")
                .toString();
    }
}

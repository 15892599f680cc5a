package org.counterclaim.review;

import static org.awaitility.Awaitility.await;
import static org.counterclaim.Desk.aDraft;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class RatingScaleTest {

    private static final String PATH = "/v1/rating-scales";

    @Test
    void someAreBuiltIn() {
        anyone().get(PATH + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItems("rsc_general", "rsc_lupa", "rsc_politifact"));
        anyone().get(PATH + "?limit=1").then().statusCode(200).body("items", hasSize(1));
        anyone().get(PATH + "/rsc_snopes")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("sites", contains("snopes.com"))
                .body("labels.find { it.name == 'Mixture' }.normalized", equalTo("mixed"));
        anyone().header("If-None-Match", "\"1\"")
                .get(PATH + "/rsc_snopes")
                .then()
                .statusCode(304);
        anyone().get(PATH + "/rsc_nobody").then().statusCode(404);
        anyone().get(PATH + "?limit=0").then().statusCode(400);
        anyone().accept("text/html").get(PATH).then().statusCode(406);
        anyone().accept("text/html").get(PATH + "/rsc_snopes").then().statusCode(406);
    }

    @Test
    void anEditorWritesOneAndReviewsAreReadByItFromThenOn() {
        String scale = PATH + "/rsc_weather-watch";
        String body = scale("weather.example", "Drizzle", "mixed");
        String head = changes("head").extract().path("page.nextCursor");
        make("rsc_weather-watch", body)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", scale)
                .body("labels.normalized", contains("mixed"));
        make("rsc_weather-watch", body).statusCode(412).header("ETag", "\"1\"");
        String claim = aDraft(claim("It drizzled.", ""));
        review(claim, 1, "drizzle").body("normalized", equalTo("mixed")).body("doubts", contains("label_case"));
        sending(Tokens.editor(), 1, scale("weather.example", "Drizzle", "false"))
                .put(scale)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        review(claim, 2, "Drizzle").body("normalized", equalTo("false"));
        sending(Tokens.editor(), 1, body).put(scale).then().statusCode(412).header("ETag", "\"2\"");
        sending(Tokens.editor(), body).put(scale).then().statusCode(428);
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> changes(head)
                        .body("items.findAll { it.type == 'rating_scale' }.id", hasItem("rsc_weather-watch")));
    }

    @Test
    void whatIsBuiltInIsWrittenAsEveryOther() {
        String scale = PATH + "/rsc_washington-post";
        anyone().get(scale).then().statusCode(200).header("ETag", "\"1\"");
        sending(Tokens.editor(), 1, scale("washingtonpost.com", "One Pinocchio", "mixed"))
                .put(scale)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        anyone().get(scale).then().body("labels", hasSize(1));
    }

    @Test
    void aNewOneIsSaidToBeNew() {
        sending(Tokens.editor(), scale("a.example", "x", "true"))
                .put(PATH + "/rsc_new")
                .then()
                .statusCode(428);
        sending(Tokens.editor(), 1, scale("a.example", "x", "true"))
                .put(PATH + "/rsc_new")
                .then()
                .statusCode(412);
        make("RSC", scale("a.example", "x", "true")).statusCode(422).body("errors.pointer", contains("/id"));
        as(Tokens.editor())
                .contentType("text/plain")
                .body("x")
                .header("If-None-Match", "*")
                .put(PATH + "/rsc_new")
                .then()
                .statusCode(415);
        make("rsc_new", "{\"name\": \"" + "x".repeat(2_000_000) + "\"}").statusCode(413);
        sending(Tokens.reporter(), "{}").put(PATH + "/rsc_new").then().statusCode(403);
        anyone().get(PATH + "/rsc_new").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422 | /name",
                "{\"name\": \"x\", \"labels\": []} | 422 | /labels",
                "{\"name\": \"x\", \"labels\": [{\"name\": \"x\"}]} | 422 | /labels/0/normalized",
                "{\"name\": \"x\", \"labels\": [{\"normalized\": \"true\"}]} | 422 | /labels/0/name",
                "{\"name\": \"x\", \"labels\": [null]} | 422 | /labels/0",
                "{\"name\": \"x\", \"labels\": [{\"name\": \"A\", \"normalized\": \"true\"}, {\"name\": \"a.\", \"normalized\": \"false\"}]} | 422 | ''",
                "{\"name\": \"x\", \"sites\": [\"https://x.org\"], \"labels\": [{\"name\": \"A\", \"normalized\": \"true\"}]} | 422 | /sites/0",
                "{\"name\": \"x\", \"labels\": [{\"name\": \"A\", \"normalized\": \"quite\"}]} | 400 | /labels/0/normalized"
            })
    void oneThatIsWrongIsAnsweredWithWhere(String body, int status, String pointer) {
        make("rsc_wrong", body).statusCode(status).body("errors.pointer", hasItem(pointer));
    }

    private static ValidatableResponse make(String id, String body) {
        return sending(Tokens.editor(), body)
                .header("If-None-Match", "*")
                .put(PATH + "/" + id)
                .then();
    }

    private static ValidatableResponse changes(String cursor) {
        return as(Tokens.editor())
                .queryParam("cursor", cursor)
                .get("/v1/claims/changes?limit=200")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse review(String claim, int revision, String label) {
        String body =
                "{\"url\": \"https://www.weather.example/1\", \"author\": {\"name\": \"W\"}, \"reviewRating\": {\"alternateName\": \"%s\"}}"
                        .formatted(label);
        return sending(Tokens.editor(), revision, body)
                .post("/v1/claims/" + claim + "/reviews")
                .then()
                .statusCode(201);
    }

    private static String scale(String site, String label, String normalized) {
        return """
                {"name": "Weather watch", "sites": ["%s"], "labels": [{"name": "%s", "inLanguage": "en", "normalized": "%s"}]}""".formatted(site, label, normalized);
    }
}

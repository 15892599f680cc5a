package org.counterclaim.claim;

import static org.counterclaim.Desk.aDraft;
import static org.counterclaim.Desk.aPublishedClaim;
import static org.counterclaim.Desk.at;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.Desk.move;
import static org.counterclaim.Desk.read;
import static org.counterclaim.Newspaper.aPublicArticle;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.Answers;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class ReviewTest {

    private static final String TEXT = "The minister said that it rained.";

    @Test
    void aReviewIsReadByTheScalesAndMovesNoStatus() {
        String id = aDraft(claim("It rained.", ""));
        String path = "/v1/claims/" + id + "/reviews";
        String body = """
                {"url": "https://piaui.folha.uol.com.br/lupa/1", "author": {"type": "Organization", "name": "Lupa", "url": "https://lupa.uol.com.br"},
                 "datePublished": {"value": "2026-11", "precision": "month"}, "inLanguage": "pt", "reviewBody": "It did not.",
                 "reviewRating": {"ratingValue": 4, "bestRating": 6, "alternateName": "Falso"}}""";
        String review = add(id, 1, body)
                .statusCode(201)
                .header("ETag", "\"2\"")
                .header("Location", matchesPattern(path + "/rev_[0-9A-HJKMNP-TV-Z]{26}"))
                .body("normalized", equalTo("false"))
                .body("doubts", contains("number_against_label"))
                .body("origin", equalTo("native"))
                .body("author.name", equalTo("Lupa"))
                .extract()
                .path("id");
        read(path + "/" + review)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("reviewRating.alternateName", equalTo("Falso"));
        read("/v1/claims/" + id)
                .body("revision", equalTo(2))
                .body("reviews.id", contains(review))
                .body("reviewsDisagree", equalTo(false))
                .body("disputeStatus.value", equalTo("no_position"));
    }

    @Test
    void reviewsMayDisagreeAndTheAnswerSaysSo() {
        String id = aDraft(claim("It rained, they disagree.", ""));
        String path = "/v1/claims/" + id + "/reviews";
        read(path).statusCode(200).body("items", empty()).body("disagree", equalTo(false));
        add(id, 1, rated("True")).statusCode(201).body("doubts", empty());
        add(id, 2, rated("Who knows?"))
                .statusCode(201)
                .body("normalized", equalTo("not_rated"))
                .body("doubts", contains("unknown_label"))
                .body("datePublished.precision", equalTo("unknown"));
        read(path).body("disagree", equalTo(false));
        add(id, 3, rated("False")).statusCode(201);
        read(path).body("items", hasSize(3)).body("disagree", equalTo(true));
        read("/v1/claims/" + id).body("reviewsDisagree", equalTo(true));
    }

    @Test
    void aPatchIsReadAgain() {
        String id = aDraft(claim("It rained, they corrected.", ""));
        String review = "/v1/claims/" + id + "/reviews/"
                + add(id, 1, rated("True")).extract().<String>path("id");
        patch(review, 2, "{\"reviewRating\": {\"alternateName\": \"Mostly false\"}, \"reviewBody\": \"Hardly.\"}")
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("normalized", equalTo("mostly_false"))
                .body("reviewBody", equalTo("Hardly."))
                .body("url", equalTo("https://fact.example/1"));
        patch(review, 3, "{\"reviewBody\": null}").statusCode(200).body("reviewBody", nullValue());
        patch(review, 4, "{\"url\": null}").statusCode(422).body("errors.pointer", contains("/url"));
        patch(review, 4, "{\"normalized\": \"true\"}").statusCode(400).body("errors.pointer", contains("/normalized"));
        patch(review, 4, "{\"author\": {\"name\": 7}}").statusCode(400);
        patch(review, 4, "[]").statusCode(400);
        patch(review, 3, "{}").statusCode(412).header("ETag", "\"4\"");
        patch(review.substring(0, review.length() - 1) + "~", 4, "{}").statusCode(404);
        as(Tokens.editor()).contentType(MERGE).body("{}").patch(review).then().statusCode(428);
        sending(Tokens.editor(), 4, "{}").patch(review).then().statusCode(415).header("Accept-Patch", MERGE);
        as(Tokens.editor())
                .contentType(MERGE)
                .header("If-Match", "\"4\"")
                .body("{\"reviewBody\": \"" + "x".repeat(2_000_000) + "\"}")
                .patch(review)
                .then()
                .statusCode(413);
        read("/v1/claims/" + id).body("revision", equalTo(4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422 | /url",
                "{\"url\": \"ftp://x\", AUTHOR, RATED} | 422 | /url",
                "{\"url\": \"https://x.org\", \"author\": {}, RATED} | 422 | /author/name",
                "{\"url\": \"https://x.org\", AUTHOR} | 422 | /reviewRating",
                "{\"url\": \"https://x.org\", AUTHOR, \"reviewRating\": {\"bestRating\": 1, \"worstRating\": 1}} | 422 | /reviewRating",
                "{\"url\": \"https://x.org\", AUTHOR, \"reviewRating\": {\"ratingValue\": 1e99}} | 422 | /reviewRating/ratingValue",
                "{\"url\": \"https://x.org\", AUTHOR, RATED, \"inLanguage\": \"no such\"} | 422 | /inLanguage",
                "{\"url\": \"https://x.org\", AUTHOR, RATED, \"datePublished\": {\"value\": \"2026\", \"precision\": \"day\"}} | 422 | /datePublished",
                "{\"url\": \"https://x.org\", AUTHOR, RATED, \"normalized\": \"true\"} | 400 | /normalized",
                "{\"url\": \"https://x.org\", AUTHOR, RATED, \"origin\": \"imported\"} | 400 | /origin",
                "{\"url\": \"https://x.org\", AUTHOR, RATED, \"id\": \"rev_1\"} | 400 | /id",
                "{\"url\": \"https://x.org\", \"author\": \"Lupa\", RATED} | 400 | /author"
            })
    void aReviewThatIsWrongIsAnsweredWithWhere(String body, int status, String pointer) {
        String id = aDraft(claim("It rained, badly.", ""));
        add(
                        id,
                        1,
                        body.replace("AUTHOR", "\"author\": {\"name\": \"x\"}")
                                .replace("RATED", "\"reviewRating\": {\"alternateName\": \"True\"}"))
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer));
        read("/v1/claims/" + id).body("revision", equalTo(1));
    }

    @Test
    void whatIsPublishedIsChangedWithAReasonAndReadByEverybody() {
        String article = aPublicArticle(TEXT);
        String id = aPublishedClaim(claim("It rained, published.", at(article, "s1", TEXT, "it rained")));
        add(id, 4, rated("True")).statusCode(422).body("errors.pointer", contains("/changeType", "/reason"));
        sending(Tokens.editor(), 4, rated("True"))
                .post("/v1/claims/" + id + "/reviews?changeType=update&reason=Checked")
                .then()
                .statusCode(201);
        String path = "/v1/claims/" + id + "/reviews";
        anyone().get(path).then().statusCode(200).header("ETag", "\"5\"").body("items.normalized", contains("true"));
        anyone().header("If-None-Match", "\"5\"").get(path).then().statusCode(304);
        String review = anyone().get(path).then().extract().path("items[0].id");
        anyone().get(path + "/" + review).then().statusCode(200);
        anyone().header("If-None-Match", "\"5\"")
                .get(path + "/" + review)
                .then()
                .statusCode(304);
        anyone().accept("text/html").get(path).then().statusCode(406);
        anyone().accept("text/html").get(path + "/" + review).then().statusCode(406);
        anyone().get(path + "/rev_0").then().statusCode(404);
        anyone().get(path + "?x=1").then().statusCode(400);
        move(id, 5, Tokens.editor(), "retracted").statusCode(200);
        add(id, 6, rated("False")).statusCode(409);
        patch(path + "/" + review, 6, "{}").statusCode(409);
    }

    @Test
    void aReviewIsMadeOnceForEachKey() {
        String id = aDraft(claim("It rained, once.", ""));
        String path = "/v1/claims/" + id + "/reviews";
        Response first = withKey(rated("True")).post(path);
        first.then().statusCode(201);
        Answers.assertReplays(first, withKey(rated("True")).post(path));
        withKey(rated("False"))
                .post(path)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-conflict"));
        read(path).body("items", hasSize(1));
    }

    @Test
    void claimsAreFoundByTheirReviews() {
        String without = aDraft(claim("It rained, unreviewed.", ""));
        String satire = aDraft(claim("It rained, satirically.", ""));
        add(satire, 1, rated("Satire")).statusCode(201);
        read("/v1/claims?rating=satire&limit=200")
                .body("items.id", hasItem(satire))
                .body("items.id", not(hasItem(without)));
        read("/v1/claims?hasReview=true&limit=200")
                .body("items.id", hasItem(satire))
                .body("items.id", not(hasItem(without)));
        read("/v1/claims?hasReview=false&limit=200")
                .body("items.id", hasItem(without))
                .body("items.id", not(hasItem(satire)));
        anyone().get("/v1/claims?hasReview=maybe")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/hasReview"));
        anyone().get("/v1/claims?rating=dubious")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/rating"))
                .body("detail", containsString("mostly_true"));
    }

    private static final String MERGE = "application/merge-patch+json";

    private static String rated(String label) {
        return """
                {"url": "https://fact.example/1", "author": {"name": "Facts"}, "inLanguage": "en",
                 "reviewRating": {"alternateName": "%s"}}""".formatted(label);
    }

    private static RequestSpecification withKey(String body) {
        return sending(Tokens.editor(), 1, body).header("Idempotency-Key", "review-" + KEY);
    }

    private static final String KEY = UUID.randomUUID().toString();

    private static ValidatableResponse add(String claim, int revision, String body) {
        return sending(Tokens.editor(), revision, body)
                .post("/v1/claims/" + claim + "/reviews")
                .then();
    }

    private static ValidatableResponse patch(String review, int revision, String body) {
        return as(Tokens.editor())
                .contentType(MERGE)
                .header("If-Match", "\"" + revision + "\"")
                .body(body)
                .patch(review)
                .then();
    }
}

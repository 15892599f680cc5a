package org.counterclaim.claim;

import static org.counterclaim.Desk.aDraft;
import static org.counterclaim.Desk.aParty;
import static org.counterclaim.Desk.aPublishedClaim;
import static org.counterclaim.Desk.at;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.Desk.position;
import static org.counterclaim.Desk.post;
import static org.counterclaim.Desk.read;
import static org.counterclaim.Newspaper.aHiddenArticle;
import static org.counterclaim.Newspaper.aPublicArticle;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import com.github.f4b6a3.ulid.UlidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class SimilarTest {

    private static final String TEXT = "The harbour master said that the ferry sank.";

    @Test
    void theSameClaimOfAnotherStoryIsFoundWithReasons() {
        String party = aParty("The harbour master", null);
        String one = aDraft(
                english("The ferry Aurora sank near Gotland with 47 passengers aboard.", position(party, "affirms")));
        String other = aDraft(
                english("With 47 passengers aboard, the ferry Aurora sank near Gotland.", position(party, "affirms")));
        String different = aDraft(english("The ferry Aurora sank near Gotland with 52 passengers aboard."));
        read("/v1/claims/" + one + "/similar")
                .statusCode(200)
                .body("items.claimId", contains(other))
                .body("items[0].score", equalTo(1.0f))
                .body("items[0].why.kind", contains("terms", "numbers", "parties"))
                .body("items[0].why[0].values", hasItems("ferri", "aurora", "gotland"))
                .body("items[0].why[1].values", contains("47"))
                .body("items[0].why[2].values", contains(party))
                .body("items[0].editorialStatus", equalTo("draft"));
        String text =
                "{\"text\": \"A ferry, Aurora, sank near Gotland; 52 passengers were aboard.\", \"language\": \"en\"}";
        match(text).statusCode(200).body("items", empty());
        post("/v1/claims:match", text).statusCode(200).body("items.claimId", contains(different));
    }

    @Test
    void whatIsProbablyThereIsNotMadeAgainUnlessSomebodySaysSo() {
        String known = aDraft(english("The bridge at Remagen was closed to lorries in October."));
        String body = english("In October the bridge at Remagen was closed to lorries.");
        post("/v1/claims", body)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/duplicate"))
                .body("candidates.claimId", contains(known))
                .body("candidates[0].score.toDouble()", closeTo(1, 0.2))
                .body("candidates[0].why.kind", hasItem("terms"));
        post("/v1/claims?allowDuplicate=perhaps", body)
                .statusCode(400)
                .body("errors.pointer", contains("/allowDuplicate"));
        post("/v1/claims?allowDuplicate=false", body).statusCode(409);
        String made = post("/v1/claims?allowDuplicate=true", body)
                .statusCode(201)
                .extract()
                .path("id");
        read("/v1/claims/" + known + "/similar").body("items.claimId", contains(made));
        post("/v1/claims", english("The bridge at Remagen was not closed to lorries in October."))
                .statusCode(201);
        post("/v1/claims", english("The bridge at Koblenz was closed to lorries in October."))
                .statusCode(201);
    }

    @Test
    void anIdOfOnesOwnDoesNotLetADuplicateIn() {
        String known = aDraft(english("The lighthouse at Skagen was dark on three nights in May."));
        String body =
                "{\"text\": \"On three nights in May the lighthouse at Skagen was dark.\", \"shortText\": \"Dark\", \"inLanguage\": \"en\"}";
        String id = "clm_" + UlidCreator.getMonotonicUlid();
        putNew(id, "", body).statusCode(409).body("candidates.claimId", contains(known));
        putNew(id, "?allowDuplicate=perhaps", body).statusCode(400).body("errors.pointer", contains("/allowDuplicate"));
        putNew(id, "?allowDuplicate=true", body).statusCode(201);
        putNew(id, "", body).statusCode(412);
    }

    private static ValidatableResponse putNew(String id, String query, String body) {
        return sending(Tokens.reporter(), body)
                .header("If-None-Match", "*")
                .put("/v1/claims/" + id + query)
                .then();
    }

    @Test
    void aRefusedDuplicateDoesNotUseItsKeyUp() {
        String body = english("The tower of Pisa leans by 3.97 degrees since the works.");
        aDraft(body);
        sending(Tokens.reporter(), body)
                .header("Idempotency-Key", "tower-of-pisa")
                .post("/v1/claims")
                .then()
                .statusCode(409);
        sending(Tokens.reporter(), body)
                .header("Idempotency-Key", "tower-of-pisa")
                .post("/v1/claims?allowDuplicate=true")
                .then()
                .statusCode(201);
    }

    @Test
    void aReaderSeesThoseThatArePublic() {
        String shown = aPublicArticle(TEXT);
        String hidden = aHiddenArticle(TEXT);
        String text = "The ferry Borealis sank near Bornholm in heavy weather.";
        String one = aPublishedClaim(english(text, at(shown, "s1", TEXT, "the ferry sank")));
        String other = aPublishedClaim(english(text, at(shown, "s1", TEXT, "the ferry sank")));
        String unseen = aPublishedClaim(english(text, at(hidden, "s1", TEXT, "the ferry sank")));
        String draft = aDraft(english(text));
        anyone().get("/v1/claims/" + one + "/similar").then().statusCode(200).body("items.claimId", contains(other));
        read("/v1/claims/" + one + "/similar").body("items.claimId", hasItems(other, unseen, draft));
        match("{\"text\": \"" + text + "\", \"language\": \"en\"}")
                .body("items.claimId", hasItems(one, other))
                .body("items.claimId", not(hasItems(unseen)));
        anyone().get("/v1/claims/" + draft + "/similar").then().statusCode(404);
        anyone().accept("text/html")
                .get("/v1/claims/" + one + "/similar")
                .then()
                .statusCode(406);
    }

    @Test
    void whatSaysTooLittleIsLikeNothing() {
        aDraft(english("It hailed again."));
        match("{\"text\": \"It hailed again.\", \"language\": \"en\"}")
                .statusCode(200)
                .body("items", empty());
        match("{\"text\": \"the of and\", \"language\": \"en\"}")
                .statusCode(200)
                .body("items", empty());
        match("{\"text\": \"!\"}").statusCode(200).body("items", empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422 | /text",
                "{\"text\": \"x\", \"language\": \"no such\"} | 422 | /language",
                "{\"text\": \"x\", \"score\": 1} | 400 | /score",
                "{\"text\": 1} | 400 | /text"
            })
    void aTextThatIsNoneIsAnsweredWithWhere(String body, int status, String pointer) {
        sending(Tokens.reporter(), body)
                .post("/v1/claims:match")
                .then()
                .statusCode(status)
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void aTextThatIsNoJsonIsRefused() {
        anyone().contentType("text/plain")
                .body("x")
                .post("/v1/claims:match")
                .then()
                .statusCode(415);
        anyone().contentType(ContentType.JSON)
                .body("{\"text\": \"" + "x".repeat(2_000_000) + "\"}")
                .post("/v1/claims:match")
                .then()
                .statusCode(413);
        anyone().contentType(ContentType.JSON)
                .accept("text/html")
                .body("{\"text\": \"x\"}")
                .post("/v1/claims:match")
                .then()
                .statusCode(406);
    }

    private static ValidatableResponse match(String body) {
        return anyone().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/claims:match")
                .then();
    }

    /** A claim in English; what is no position of it is a place. */
    private static String english(String text, String... parts) {
        boolean isPlace = parts.length > 0 && parts[0].contains("articleId");
        String body = isPlace ? claim(text, parts[0]) : claim(text, "", parts);
        return body.replaceFirst("\\{\"text\"", "{\"inLanguage\": \"en\", \"text\"")
                .replaceFirst("\"shortText\": \"[^\"]*\"", "\"shortText\": \"short\"");
    }
}

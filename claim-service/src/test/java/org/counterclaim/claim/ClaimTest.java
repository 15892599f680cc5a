package org.counterclaim.claim;

import static org.awaitility.Awaitility.await;
import static org.counterclaim.Desk.aDraft;
import static org.counterclaim.Desk.aParty;
import static org.counterclaim.Desk.aPublishedClaim;
import static org.counterclaim.Desk.at;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.Desk.move;
import static org.counterclaim.Desk.position;
import static org.counterclaim.Desk.post;
import static org.counterclaim.Desk.read;
import static org.counterclaim.Newspaper.aHiddenArticle;
import static org.counterclaim.Newspaper.aPublicArticle;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class ClaimTest {

    private static final String TEXT = "The minister said that \uD83D\uDE00 it rained on Monday, and a lot.";
    private static final String QUOTE = "it rained on Monday";

    @Test
    void aClaimHasItsStatusFromItsPositionsAndItsContextFromTheArticle() {
        String article = aPublicArticle(TEXT);
        String kyiv = aParty("Kyiv", "UA");
        String beijing = aParty("Beijing", "CN");
        String body = claim(
                "It rained.", at(article, "s1", TEXT, QUOTE), position(kyiv, "affirms"), position(beijing, "denies"));
        post("/v1/claims", body)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", matchesPattern("/v1/claims/clm_[0-9A-HJKMNP-TV-Z]{26}"))
                .body("editorialStatus", equalTo("draft"))
                .body("disputeStatus.value", equalTo("disputed"))
                .body("disputeStatus.ruleset", equalTo("dispute-rules/2"))
                .body("disputeStatus.becauseOf", hasSize(2))
                .body("positions.side", contains("UA", "CN"))
                .body("positions.aspect", contains("whole", "whole"))
                .body("appearances[0].id", startsWith("app_"))
                .body("appearances[0].selector.position.start", equalTo(25))
                .body("appearances[0].selector.quote.prefix", equalTo("The minister said that \uD83D\uDE00 "))
                .body("appearances[0].selector.quote.suffix", equalTo(", and a lot."));
    }

    @Test
    void aReaderSeesWhatIsPublishedInStoriesThatArePublic() {
        String shown = aPublicArticle(TEXT);
        String hidden = aHiddenArticle(TEXT);
        String both = at(shown, "s1", TEXT, QUOTE) + "," + at(hidden, "s1", TEXT, QUOTE);
        String id = aPublishedClaim(claim("It rained, twice.", both));
        anyone().get("/v1/claims/" + id)
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"4-[0-9a-f]{16}\""))
                .header("Cache-Control", "public, no-cache")
                .body("appearances.articleId", contains(shown));
        read("/v1/claims/" + id).header("ETag", "\"4\"").body("appearances", hasSize(2));
        String place = read("/v1/claims/" + id).extract().path("appearances[0].id");
        read("/v1/claims/" + id + "/appearances/" + place).statusCode(200).body("id", equalTo(place));
        read("/v1/claims/" + id + "/appearances/app_x").statusCode(404);
        String unseen = aPublishedClaim(claim("It rained, unseen.", at(hidden, "s1", TEXT, QUOTE)));
        anyone().get("/v1/claims/" + unseen).then().statusCode(404);
        anyone().get("/v1/claims?articleId=" + hidden).then().statusCode(200).body("items.id", not(hasItems(unseen)));
        anyone().get("/v1/claims?articleId=" + shown).then().statusCode(200).body("items.id", contains(id));
        anyone().get("/v1/claims/" + aDraft(claim("A draft.", at(shown, "s1", TEXT, QUOTE))))
                .then()
                .statusCode(404);
    }

    @Test
    void whatCannotBeAskedIsHidden() {
        String article = aPublicArticle(TEXT);
        String id = aPublishedClaim(claim("Lost in between.", at(article, "s1", TEXT, QUOTE)));
        Newspaper.whileBroken(Fault.CONNECTION_RESET_BY_PEER, () -> {
            await().until(() -> anyone().get("/v1/claims/" + id).statusCode() == 503);
            anyone().get("/v1/claims/" + id)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2")
                    .body("type", equalTo("/problems/upstream-unavailable"));
            read("/v1/claims/" + id).statusCode(200);
        });
        await().until(() -> anyone().get("/v1/claims/" + id).statusCode() == 200);
    }

    @Test
    void aReaderWhoHasItIsToldSo() {
        String article = aPublicArticle(TEXT);
        String id = aPublishedClaim(claim("Had already.", at(article, "s1", TEXT, QUOTE)));
        anyone().get("/v1/claims/" + id).then().statusCode(200).header("ETag", "\"4\"");
        anyone().header("If-None-Match", "W/\"4\"")
                .get("/v1/claims/" + id)
                .then()
                .statusCode(304);
        anyone().get("/v1/claims/" + id + "?revision=4").then().statusCode(200);
        anyone().get("/v1/claims/" + id + "?revision=1").then().statusCode(404);
        read("/v1/claims/" + id + "?revision=1").statusCode(200).body("editorialStatus", equalTo("draft"));
        anyone().get("/v1/claims/" + id + "?revision=x")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/revision"));
    }

    @Test
    void aNewPositionMovesTheStatus() {
        String article = aPublicArticle(TEXT);
        String accuser = aParty("The accuser", "UA");
        String accused = aParty("The accused", "CN");
        String id = aPublishedClaim(claim("It moves.", at(article, "s1", TEXT, QUOTE), position(accuser, "affirms")));
        anyone().get("/v1/claims/" + id).then().body("disputeStatus.value", equalTo("one_sided"));
        sending(Tokens.reporter(), 4, position(accused, "denies"))
                .post("/v1/claims/" + id + "/positions")
                .then()
                .statusCode(403);
        sending(Tokens.editor(), 4, position(accused, "denies"))
                .post("/v1/claims/" + id + "/positions")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/changeType", "/reason"));
        String denial = sending(Tokens.editor(), 4, position(accused, "denies"))
                .post("/v1/claims/" + id + "/positions?changeType=update&reason=It+answered")
                .then()
                .statusCode(201)
                .header("ETag", "\"5\"")
                .header("Location", startsWith("/v1/claims/" + id + "/positions/pos_"))
                .extract()
                .path("id");
        anyone().get("/v1/claims/" + id).then().body("disputeStatus.value", equalTo("disputed"));
        sending(Tokens.editor(), 5, position(accused, "concedes"))
                .post("/v1/claims/" + id + "/positions/" + denial + ":supersede?changeType=update&reason=It+conceded")
                .then()
                .statusCode(201)
                .body("supersedes", equalTo(denial));
        anyone().get("/v1/claims/" + id)
                .then()
                .header("ETag", "\"6\"")
                .body("disputeStatus.value", equalTo("agreed"))
                .body("positions.stance", contains("affirms", "denies", "concedes"));
        anyone().get("/v1/claims/" + id + "/positions").then().statusCode(200).body("items", hasSize(3));
        anyone().get("/v1/claims/" + id + "/positions/" + denial)
                .then()
                .statusCode(200)
                .body("id", equalTo(denial));
        anyone().get("/v1/claims/" + id + "/positions/pos_x").then().statusCode(404);
    }

    @Test
    void aPartyChangesItsOwnMindOnly() {
        String party = aParty("One", "UA");
        String other = aParty("Other", "CN");
        String article = aPublicArticle(TEXT);
        JsonPath claim = post("/v1/claims", claim("Minds.", at(article, "s1", TEXT, QUOTE), position(party, "affirms")))
                .extract()
                .jsonPath();
        String id = claim.getString("id");
        String first = claim.getString("positions[0].id");
        refusedToSupersede(id, first, position(other, "denies"), "/supersedes");
        refusedToSupersede(id, first, position(party, "not_recorded"), "/stance");
        refusedToSupersede(id, "pos_01ARZ3NDEKTSV4RRFFQ69G5FAV", position(party, "denies"), "/supersedes");
        sending(Tokens.reporter(), 1, position(party, "withdraws"))
                .post("/v1/claims/" + id + "/positions")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/supersedes"));
        sending(Tokens.reporter(), 1, position(party, "withdraws"))
                .post("/v1/claims/" + id + "/positions/" + first + ":supersede")
                .then()
                .statusCode(201);
        read("/v1/claims/" + id).header("ETag", "\"2\"").body("disputeStatus.value", equalTo("withdrawn"));
    }

    @Test
    void placesAreAddedAndTakenAway() {
        String article = aPublicArticle(TEXT);
        String id = aDraft(claim("Places.", at(article, "s1", TEXT, QUOTE)));
        String place = sending(Tokens.reporter(), 1, at(article, "s1", TEXT, "a lot"))
                .post("/v1/claims/" + id + "/appearances")
                .then()
                .statusCode(201)
                .header("ETag", "\"2\"")
                .extract()
                .path("id");
        sending(Tokens.reporter(), 2, "{\"url\": \"https://example.org/elsewhere\", \"author\": \"Somebody\"}")
                .post("/v1/claims/" + id + "/appearances")
                .then()
                .statusCode(201)
                .body("url", equalTo("https://example.org/elsewhere"));
        as(Tokens.reporter())
                .header("If-Match", "\"3\"")
                .delete("/v1/claims/" + id + "/appearances/" + place)
                .then()
                .statusCode(204)
                .header("ETag", "\"4\"");
        read("/v1/claims/" + id + "/appearances").statusCode(200).body("items", hasSize(2));
        as(Tokens.reporter())
                .header("If-Match", "\"4\"")
                .delete("/v1/claims/" + id + "/appearances/" + place)
                .then()
                .statusCode(404);
    }

    @Test
    void theLastPlaceOfAPublishedClaimStays() {
        String article = aPublicArticle(TEXT);
        String id = aPublishedClaim(claim("The last.", at(article, "s1", TEXT, QUOTE)));
        String place = read("/v1/claims/" + id).extract().path("appearances[0].id");
        as(Tokens.editor())
                .header("If-Match", "\"4\"")
                .delete("/v1/claims/" + id + "/appearances/" + place + "?changeType=update&reason=x")
                .then()
                .statusCode(409);
        as(Tokens.editor())
                .header("If-Match", "\"4\"")
                .delete("/v1/claims/" + id + "/appearances/" + place)
                .then()
                .statusCode(422);
    }

    @Test
    void aRewordingKeepsPlacesAndPositions() {
        String article = aPublicArticle(TEXT);
        String party = aParty("Constant", "UA");
        String id = aDraft(claim("Before.", at(article, "s1", TEXT, QUOTE), position(party, "affirms")));
        sending(Tokens.reporter(), 1, "{\"text\": \"After.\", \"shortText\": \"After\", \"author\": \"" + party + "\"}")
                .put("/v1/claims/" + id)
                .then()
                .statusCode(200)
                .body("text", equalTo("After."))
                .body("positions", hasSize(1))
                .body("appearances", hasSize(1));
        sending(Tokens.reporter(), 1, "{\"text\": \"x\", \"shortText\": \"x\"}")
                .put("/v1/claims/" + id)
                .then()
                .statusCode(412)
                .header("ETag", "\"2\"");
        sending(Tokens.reporter(), "{\"text\": \"x\", \"shortText\": \"x\"}")
                .put("/v1/claims/" + id)
                .then()
                .statusCode(428);
    }

    @Test
    void aClaimIsReviewedByFourEyesAndHasAPlaceByThen() {
        String id = aDraft(claim("Nowhere.", ""));
        move(id, 1, Tokens.reporter(), "in_review").statusCode(409);
        String article = aPublicArticle(TEXT);
        String placed = aDraft(claim("Somewhere.", at(article, "s1", TEXT, QUOTE)));
        move(placed, 1, Tokens.reporter(), "in_review").statusCode(200);
        move(placed, 2, Tokens.of("rita", "editor"), "approved").statusCode(403);
        move(placed, 2, Tokens.editor(), "published").statusCode(409).body("allowed", hasItems("approved", "draft"));
    }

    @Test
    void whatIsTakenBackSaysSo() {
        String article = aPublicArticle(TEXT);
        String id = aPublishedClaim(claim("Taken back.", at(article, "s1", TEXT, QUOTE)));
        move(id, 4, Tokens.editor(), "withheld").statusCode(200);
        anyone().get("/v1/claims/" + id).then().statusCode(410);
        move(id, 5, Tokens.admin(), "removed").statusCode(200).body("text", equalTo("[removed]"));
        anyone().get("/v1/claims/" + id).then().statusCode(451);
        as(Tokens.admin()).get("/v1/claims/" + id + "?revision=1").then().statusCode(451);
    }

    @Test
    void aListIsFilteredByOneAndTheSamePosition() {
        String article = aPublicArticle(TEXT);
        String one = aParty("Filter one", "UA");
        String other = aParty("Filter other", "CN");
        String id = aDraft(claim(
                "Filtered.", at(article, "s1", TEXT, QUOTE), position(one, "affirms"), position(other, "denies")));
        read("/v1/claims?party=" + one + "&stance=affirms").body("items.id", contains(id));
        read("/v1/claims?party=" + one + "&stance=denies").body("items", empty());
        read("/v1/claims?articleId=" + article + "&bucket=disputed").body("items.id", contains(id));
        read("/v1/claims?articleId=" + article + "&disputeStatus=agreed").body("items", empty());
        read("/v1/claims?stance=maybe").statusCode(400).body("errors.pointer", contains("/stance"));
    }

    @Test
    void aListIsReadToItsEndPageByPage() {
        String article = aPublicArticle(TEXT);
        List<String> made = IntStream.range(0, 5)
                .mapToObj(i -> aPublishedClaim(claim("Page " + i, at(article, "s1", TEXT, QUOTE))))
                .toList();
        List<String> read = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = anyone().get("/v1/claims?sort=updatedAt&limit=2&articleId=" + article + cursor)
                    .jsonPath();
            read.addAll(page.getList("items.id"));
            String next = page.getString("page.nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
        }
        assertEquals(made, read);
    }

    private static void refusedToSupersede(String id, String position, String body, String pointer) {
        sending(Tokens.reporter(), 1, body)
                .post("/v1/claims/" + id + "/positions/" + position + ":supersede")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains(pointer));
    }
}

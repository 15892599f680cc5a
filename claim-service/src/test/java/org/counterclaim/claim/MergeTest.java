package org.counterclaim.claim;

import static org.counterclaim.Desk.aDraft;
import static org.counterclaim.Desk.aParty;
import static org.counterclaim.Desk.aPublishedClaim;
import static org.counterclaim.Desk.at;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.Desk.move;
import static org.counterclaim.Desk.position;
import static org.counterclaim.Desk.read;
import static org.counterclaim.Newspaper.aPublicArticle;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Stream;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class MergeTest {

    private static final String TEXT = "One said that it rained, and another denied it.";

    @Test
    void theLaterClaimLosesAndLeadsToTheOther() {
        String first = aPublicArticle(TEXT);
        String second = aPublicArticle(TEXT);
        String party = aParty("Denies in one story", null);
        String holder = aParty("Affirms in the other", null);
        String older =
                aPublishedClaim(claim("It rained.", at(first, "s1", TEXT, "it rained"), position(holder, "affirms")));
        String newer = aPublishedClaim(
                claim("It has rained.", at(second, "s1", TEXT, "it rained"), position(party, "denies")));
        anyone().get("/v1/claims/" + older).then().body("disputeStatus.value", equalTo("one_sided"));
        sending(Tokens.editor(), 4, """
                {"url": "https://fact.example/merged", "author": {"name": "Fact"}, "reviewRating": {"alternateName": "False"}}""")
                .post("/v1/claims/" + newer + "/reviews?changeType=update&reason=Found")
                .then()
                .statusCode(201);
        merge(older, 4, newer)
                .statusCode(200)
                .body("survivor", equalTo(older))
                .body("superseded", equalTo(newer))
                .body("revision", equalTo(6));
        Stream.of(
                        "",
                        "/positions",
                        "/appearances",
                        "/positions/map",
                        "/graph?depth=2",
                        "/reviews",
                        "/claimreview",
                        "/annotations",
                        "/similar")
                .forEach(part -> anyone().redirects()
                        .follow(false)
                        .get("/v1/claims/" + newer + part)
                        .then()
                        .statusCode(308)
                        .header("Location", equalTo("/v1/claims/" + older + part)));
        String position = read("/v1/claims/" + older).extract().path("positions[1].id");
        anyone().redirects()
                .follow(false)
                .get("/v1/claims/" + newer + "/positions/" + position)
                .then()
                .statusCode(308);
        anyone().redirects()
                .follow(false)
                .get("/v1/claims/" + newer + "/relations/supports/" + older)
                .then()
                .statusCode(308);
        anyone().get("/v1/claims/" + newer).then().statusCode(200).body("id", equalTo(older));
        anyone().get("/v1/claims/" + older)
                .then()
                .body("revision", equalTo(5))
                .body("mergedFrom", contains(newer))
                .body("disputeStatus.value", equalTo("disputed"))
                .body("positions.party", contains(holder, party))
                .body("reviews.normalized", contains("false"))
                .body("appearances.articleId", contains(first, second));
        anyone().get("/v1/claims/by-article/" + second).then().body("items.id", contains(older));
        read("/v1/claims/by-article/" + second).body("items.id", contains(older));
        anyone().get("/v1/claims?articleId=" + second).then().body("items.id", contains(older));
        read("/v1/parties/" + party + "/positions").body("items.claimId", contains(older));
    }

    @Test
    void theHistoryOfBothStays() {
        String loser = aShownClaim("Before.");
        String winner = aShownClaim("Before that.");
        merge(loser, 4, winner).statusCode(200).body("survivor", equalTo(loser));
        anyone().redirects()
                .follow(false)
                .get("/v1/claims/" + winner + "?revision=4")
                .then()
                .statusCode(200)
                .body("text", equalTo("Before that."))
                .body("into", nullValue());
        anyone().get("/v1/claims/" + winner + "?revision=5").then().statusCode(404);
        read("/v1/claims/" + winner + "?revision=5")
                .statusCode(200)
                .body("editorialStatus", equalTo("superseded"))
                .body("into", equalTo(loser));
        read("/v1/claims/" + loser + "?revision=4").statusCode(200).body("mergedFrom", empty());
    }

    @Test
    void onlyTwoPublishedClaimsAreMergedByAnEditor() {
        String one = aShownClaim("One of two.");
        String other = aShownClaim("Other of two.");
        String draft = aDraft(claim("Draft of two.", at(aPublicArticle(TEXT), "s1", TEXT, "it rained")));
        sending(Tokens.reporter(), 4, body(other))
                .post("/v1/claims/" + one + ":merge")
                .then()
                .statusCode(403);
        merge(one, 4, draft).statusCode(409).body("type", equalTo("/problems/invalid-transition"));
        merge(draft, 1, one).statusCode(409);
        merge(one, 3, other).statusCode(412).header("ETag", "\"4\"");
        sending(Tokens.editor(), body(other))
                .post("/v1/claims/" + one + ":merge")
                .then()
                .statusCode(428);
        merge("clm_x", 4, one).statusCode(404);
        merge(one, 4, "clm_x").statusCode(422).body("errors.pointer", contains("/into"));
        merge(one, 4, one).statusCode(422).body("errors.code", contains("same-claim"));
        sending(Tokens.editor(), 4, "{\"into\": \"" + other + "\"}")
                .post("/v1/claims/" + one + ":merge")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        merge(one, 4, other).statusCode(200);
        merge(other, 5, one).statusCode(409);
        sending(Tokens.editor(), 5, "{\"text\": \"x\", \"shortText\": \"x\"}")
                .put("/v1/claims/" + other + "?changeType=update&reason=x")
                .then()
                .statusCode(409);
        move(other, 5, Tokens.admin(), "removed").statusCode(200);
        anyone().get("/v1/claims/" + other).then().statusCode(451);
    }

    @Test
    void whatIsBetweenTheTwoStandsInTheWay() {
        String one = aShownClaim("Rain in Kyiv.");
        String other = aShownClaim("Rain.");
        String between = aShownClaim("Rain in Ukraine.");
        relate(one, 4, between);
        relate(between, 4, other);
        merge(one, 5, other).statusCode(409).body("type", equalTo("/problems/cycle"));
    }

    @Test
    void aGraphLeadsToTheClaimThatStandsForBoth() {
        String survivor = aShownClaim("Stands for both.");
        String merged = aShownClaim("Stands for itself.");
        String pointing = aShownClaim("Points.");
        relate(pointing, 4, merged);
        merge(merged, 4, survivor).statusCode(200);
        anyone().get("/v1/claims/" + pointing + "/graph")
                .then()
                .body("nodes.id", contains(pointing, survivor))
                .body("edges.target", contains(survivor));
        anyone().get("/v1/claims/" + survivor + "/graph").then().body("edges.source", contains(pointing));
        as(Tokens.editor())
                .header("If-Match", "\"5\"")
                .put("/v1/claims/" + pointing + "/relations/supports/" + merged + "?changeType=update&reason=x")
                .then()
                .statusCode(409);
        anyone().get("/v1/claims?limit=200").then().body("items.id", not(hasItem(merged)));
    }

    private static void relate(String id, int revision, String target) {
        as(Tokens.editor())
                .header("If-Match", "\"" + revision + "\"")
                .put("/v1/claims/" + id + "/relations/refines/" + target + "?changeType=update&reason=x")
                .then()
                .statusCode(204);
    }

    private static ValidatableResponse merge(String id, int revision, String into) {
        return sending(Tokens.editor(), revision, body(into))
                .post("/v1/claims/" + id + ":merge")
                .then();
    }

    private static String body(String into) {
        return "{\"into\": \"" + into + "\", \"reason\": \"They say the same.\"}";
    }

    private static String aShownClaim(String text) {
        return aPublishedClaim(claim(text, at(aPublicArticle(TEXT), "s1", TEXT, "it rained")));
    }
}

package org.counterclaim.claim;

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
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class ClaimHistoryTest {

    private static final String TEXT = "One said that it rained, and another denied it.";
    private static final String WHY = "?changeType=update&reason=It+answered";

    @Test
    void readersSeeWhatWasPublishedAndTheNewsroomWhoDidItAndWhy() {
        String id = disputed();
        anyone().get("/v1/claims/" + id + "/history")
                .then()
                .statusCode(200)
                .body("items.revision", contains(6, 5, 4))
                .body("items.editorialStatus", contains("published", "published", "published"))
                .body("items.disputeStatus", contains("agreed", "disputed", "one_sided"))
                .body("items.changeType", contains("update", "update", "transition"))
                .body("items[0].by", nullValue())
                .body("items[0].reason", nullValue());
        read("/v1/claims/" + id + "/history?limit=4")
                .body("items.revision", contains(6, 5, 4, 3))
                .body("items[0].by", equalTo("edgar"))
                .body("items[0].reason", equalTo("It answered"));
        String next = read("/v1/claims/" + id + "/history?limit=4").extract().path("page.nextCursor");
        read("/v1/claims/" + id + "/history?limit=4&cursor=" + next)
                .body("items.revision", contains(2, 1))
                .body("items.by", contains("rita", "rita"));
        anyone().get("/v1/claims/" + id + "/history?cursor=" + next).then().statusCode(400);
    }

    @Test
    void eachMoveOfTheStatusIsToldWithWhatCausedIt() {
        String id = disputed();
        JsonPath positions = read("/v1/claims/" + id).extract().jsonPath();
        anyone().get("/v1/claims/" + id + "/timeline")
                .then()
                .statusCode(200)
                .body("items.revision", contains(6, 5, 4))
                .body("items.from", contains("disputed", "one_sided", null))
                .body("items.to.value", contains("agreed", "disputed", "one_sided"))
                .body(
                        "items[0].because.id",
                        contains(positions.getString("positions[0].id"), positions.getString("positions[2].id")))
                .body("items[0].brought", contains(positions.getString("positions[2].id")))
                .body("items[1].because.stance", contains("affirms", "denies"))
                .body("items[0].by", nullValue());
        read("/v1/claims/" + id + "/timeline?limit=1")
                .body("items.from", contains("disputed"))
                .body("items[0].by", equalTo("edgar"))
                .body("items[0].reason", equalTo("It answered"));
        read("/v1/claims/" + id + "/timeline").body("items.revision", contains(6, 5, 1));
    }

    @Test
    void whatHappenedToAClaimInAHiddenStoryIsNotTold() {
        String hidden = aPublishedClaim(claim("Hidden past.", at(aHiddenArticle(TEXT), "s1", TEXT, "it rained")));
        Stream.of("/history", "/timeline", "/diff?from=4", "?asOf=2026-01-01T00:00:00Z")
                .forEach(part ->
                        anyone().get("/v1/claims/" + hidden + part).then().statusCode(404));
        String shown = aPublicArticle(TEXT);
        String half = aPublishedClaim(claim(
                "Half hidden past.",
                at(shown, "s1", TEXT, "it rained") + "," + at(aHiddenArticle(TEXT), "s1", TEXT, "it rained")));
        sending(Tokens.editor(), 4, "{\"url\": \"https://example.org/x\"}")
                .post("/v1/claims/" + half + "/appearances" + WHY)
                .then()
                .statusCode(201);
        anyone().get("/v1/claims/" + half + "/diff?from=4")
                .then()
                .statusCode(200)
                .body("appearancesAdded", hasSize(1))
                .body("appearancesRemoved", empty());
    }

    @Test
    void aClaimIsReadAsItStoodAtAMoment() {
        String id = disputed();
        String published = read("/v1/claims/" + id + "?revision=4").extract().path("updatedAt");
        anyone().get("/v1/claims/" + id + "?asOf=" + published)
                .then()
                .statusCode(200)
                .body("revision", equalTo(4))
                .body("disputeStatus.value", equalTo("one_sided"));
        anyone().get("/v1/claims/" + id + "?asOf=" + Instant.parse(published).minusMillis(1))
                .then()
                .statusCode(404);
        anyone().get("/v1/claims/" + id + "?asOf=2020-01-01T00:00:00Z").then().statusCode(404);
        anyone().get("/v1/claims/" + id + "?asOf=yesterday")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/asOf"));
        anyone().get("/v1/claims/" + id + "?asOf=2999-01-01T00:00:00Z").then().statusCode(400);
        anyone().get("/v1/claims/" + id + "?revision=4&asOf=" + published)
                .then()
                .statusCode(400);
    }

    @Test
    void twoRevisionsAreCompared() {
        String id = disputed();
        String evidence = post("/v1/evidence", "{\"kind\": \"video\", \"name\": \"x\", \"access\": \"public\"}")
                .extract()
                .path("id");
        sending(Tokens.editor(), 6, "{\"text\": \"It has rained.\", \"shortText\": \"Past.\"}")
                .put("/v1/claims/" + id + WHY)
                .then()
                .statusCode(200);
        as(Tokens.editor())
                .header("If-Match", "\"7\"")
                .put("/v1/claims/" + id + "/evidence/" + evidence + WHY)
                .then()
                .statusCode(204);
        String diff = "/v1/claims/" + id + "/diff?from=5";
        Response answer = anyone().get(diff);
        answer.then()
                .statusCode(200)
                .body("from", equalTo(5))
                .body("to", equalTo(8))
                .body("statusBefore.value", equalTo("disputed"))
                .body("statusAfter.value", equalTo("agreed"))
                .body("wording.name", hasItem("text"))
                .body("wording.find { it.name == 'text' }.before", equalTo("Past."))
                .body("wording.find { it.name == 'text' }.after", equalTo("It has rained."))
                .body("positionsAdded.stance", contains("concedes"))
                .body("positionsSuperseded.position.stance", contains("denies"))
                .body("evidenceAdded", contains(evidence));
        anyone().header("If-None-Match", answer.header("ETag")).get(diff).then().statusCode(304);
        anyone().get(diff + "&to=4")
                .then()
                .statusCode(200)
                .body("statusAfter.value", equalTo("one_sided"))
                .body("positionsAdded", empty());
        anyone().get("/v1/claims/" + id + "/diff?from=1").then().statusCode(404);
        anyone().get("/v1/claims/" + id + "/diff").then().statusCode(400).body("errors.pointer", contains("/from"));
        anyone().get("/v1/claims/" + id + "/diff?from=x").then().statusCode(400);
    }

    @Test
    void whatIsTakenBackTakesItsPastWithIt() {
        String id = aPublishedClaim(claim("Taken back.", at(aPublicArticle(TEXT), "s1", TEXT, "it rained")));
        List<String> past = List.of("/history", "/timeline", "/diff?from=4", "?revision=4", "?asOf=" + Instant.now());
        move(id, 4, Tokens.editor(), "withheld").statusCode(200);
        past.forEach(part -> anyone().get("/v1/claims/" + id + part).then().statusCode(410));
        move(id, 5, Tokens.admin(), "removed").statusCode(200);
        past.forEach(part -> anyone().get("/v1/claims/" + id + part).then().statusCode(451));
    }

    @Test
    void thePastOfAMergedClaimStays() {
        String first = aPublishedClaim(claim("Stays one.", at(aPublicArticle(TEXT), "s1", TEXT, "it rained")));
        String second = aPublishedClaim(claim("Stays two.", at(aPublicArticle(TEXT), "s1", TEXT, "it rained")));
        sending(Tokens.editor(), 4, "{\"into\": \"" + first + "\", \"reason\": \"Same.\"}")
                .post("/v1/claims/" + second + ":merge")
                .then()
                .statusCode(200);
        anyone().get("/v1/claims/" + second + "/history").then().body("items.revision", contains(4));
        read("/v1/claims/" + second + "/history")
                .body("items.revision", contains(5, 4, 3, 2, 1))
                .body("items[0].changeType", equalTo("merger"))
                .body("items[0].reason", equalTo("Same."));
        read("/v1/claims/" + first + "/history").body("items[0].changeType", equalTo("merger"));
        anyone().redirects()
                .follow(false)
                .get("/v1/claims/" + second + "/diff?from=4")
                .then()
                .statusCode(308);
        anyone().get("/v1/claims/" + second + "/diff?from=4&to=4").then().statusCode(200);
    }

    /** What is told of a thing is told by HEAD without it. */
    @Test
    void whatIsReadByGetIsAskedForByHead() {
        String article = aPublicArticle(TEXT);
        String id = aPublishedClaim(
                claim("Head.", at(article, "s1", TEXT, "it rained"), position(aParty("Head", null), "affirms")));
        String claim = "/v1/claims/" + id;
        Stream.of(
                        "/v1/claims",
                        claim,
                        claim + "/positions",
                        claim + "/positions/map",
                        claim + "/appearances",
                        claim + "/graph",
                        claim + "/history",
                        claim + "/timeline",
                        claim + "/diff?from=4",
                        "/v1/claims/by-article/" + article,
                        "/v1/claims/by-article/" + article + "/digest",
                        "/v1/claims/by-article/" + article + "/positions/map",
                        "/v1/claims/stats?groupBy=day")
                .forEach(path -> {
                    Response told = anyone().get(path);
                    Response asked =
                            RestAssured.given().urlEncodingEnabled(false).head(path);
                    assertEquals(told.statusCode(), asked.statusCode(), path);
                    assertEquals(told.header("ETag"), asked.header("ETag"), path);
                    assertEquals("", asked.asString(), path);
                });
    }

    /** Revision 4 is one-sided, 5 disputed, 6 agreed. */
    private static String disputed() {
        String accuser = aParty("The accuser", "UA");
        String accused = aParty("The accused", "CN");
        String id = aPublishedClaim(
                claim("Past.", at(aPublicArticle(TEXT), "s1", TEXT, "it rained"), position(accuser, "affirms")));
        String denial = sending(Tokens.editor(), 4, position(accused, "denies"))
                .post("/v1/claims/" + id + "/positions" + WHY)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        sending(Tokens.editor(), 5, position(accused, "concedes"))
                .post("/v1/claims/" + id + "/positions/" + denial + ":supersede" + WHY)
                .then()
                .statusCode(201);
        return id;
    }
}

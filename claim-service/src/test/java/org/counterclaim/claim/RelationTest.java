package org.counterclaim.claim;

import static org.counterclaim.Desk.aDraft;
import static org.counterclaim.Desk.aPublishedClaim;
import static org.counterclaim.Desk.at;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.Desk.move;
import static org.counterclaim.Desk.read;
import static org.counterclaim.Newspaper.aHiddenArticle;
import static org.counterclaim.Newspaper.aPublicArticle;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class RelationTest {

    private static final String TEXT = "One said that it rained, and another denied it.";
    private static final String WHY = "?changeType=update&reason=x";

    @Test
    void aRelationIsPutReadAndTakenAway() {
        String one = aShownClaim("One.");
        String other = aShownClaim("Other.");
        String path = "/v1/claims/" + one + "/relations/supports/" + other;
        anyone().get(path).then().statusCode(404);
        put(Tokens.reporter(), path, 4).statusCode(403);
        as(Tokens.editor()).header("If-Match", "\"4\"").put(path).then().statusCode(422);
        put(Tokens.editor(), path, 4).statusCode(204).header("ETag", "\"5\"");
        put(Tokens.editor(), path, 5).statusCode(204).header("ETag", "\"5\"");
        put(Tokens.editor(), path, 4).statusCode(412).header("ETag", "\"5\"");
        as(Tokens.editor()).put(path + WHY).then().statusCode(428);
        String tag = anyone().get(path)
                .then()
                .statusCode(200)
                .body("source", equalTo(one))
                .body("type", equalTo("supports"))
                .body("target", equalTo(other))
                .extract()
                .header("ETag");
        anyone().header("If-None-Match", tag).get(path).then().statusCode(304);
        anyone().get("/v1/claims/" + other + "/relations/supports/" + one)
                .then()
                .statusCode(404);
        as(Tokens.editor()).header("If-Match", "\"5\"").delete(path).then().statusCode(422);
        remove(path, 5).statusCode(204).header("ETag", "\"6\"");
        remove(path, 6).statusCode(404);
    }

    @Test
    void whatIsTheSameFromBothEndsIsFoundFromBoth() {
        String one = aShownClaim("Yes.");
        String other = aShownClaim("No.");
        String here = "/v1/claims/" + one + "/relations/contradicts/" + other;
        String there = "/v1/claims/" + other + "/relations/contradicts/" + one;
        put(Tokens.editor(), here, 4).statusCode(204);
        put(Tokens.editor(), there, 4).statusCode(204).header("ETag", "\"4\"");
        anyone().get(there)
                .then()
                .statusCode(200)
                .body("source", equalTo(other))
                .body("target", equalTo(one));
        for (String id : List.of(one, other)) {
            anyone().get("/v1/claims/" + id + "/graph")
                    .then()
                    .statusCode(200)
                    .body("nodes.id", containsInAnyOrder(one, other))
                    .body("edges", hasSize(1))
                    .body("edges[0].source", equalTo(one));
        }
        String tag = anyone().get("/v1/claims/" + one + "/graph").header("ETag");
        anyone().header("If-None-Match", tag)
                .get("/v1/claims/" + one + "/graph")
                .then()
                .statusCode(304);
        remove(there, 4).statusCode(204).header("ETag", "\"4\"");
        anyone().get(here).then().statusCode(404);
        anyone().header("If-None-Match", tag)
                .get("/v1/claims/" + one + "/graph")
                .then()
                .statusCode(200)
                .body("edges", empty());
    }

    @Test
    void claimsDoNotRefineEachOtherInACircle() {
        String one = aShownClaim("Rain.");
        String other = aShownClaim("Rain on Monday.");
        put(Tokens.editor(), "/v1/claims/" + other + "/relations/refines/" + one, 4)
                .statusCode(204);
        put(Tokens.editor(), "/v1/claims/" + one + "/relations/refines/" + other, 4)
                .statusCode(409)
                .body("type", equalTo("/problems/cycle"));
        put(Tokens.editor(), "/v1/claims/" + one + "/relations/refines/" + one, 4)
                .statusCode(409);
    }

    @Test
    void whatThereIsNotIsNotFound() {
        String one = aShownClaim("Alone.");
        put(Tokens.editor(), "/v1/claims/" + one + "/relations/likes/" + one, 4).statusCode(404);
        put(Tokens.editor(), "/v1/claims/" + one + "/relations/supports/clm_x", 4)
                .statusCode(404);
        put(Tokens.editor(), "/v1/claims/clm_x/relations/supports/" + one, 4).statusCode(404);
        anyone().get("/v1/claims/" + one + "/graph")
                .then()
                .body("nodes.id", contains(one))
                .body("edges", empty());
        anyone().get("/v1/claims/" + one + "/graph?depth=4").then().statusCode(400);
    }

    @Test
    void aGraphLeaksNothingThatIsHidden() {
        String centre = aShownClaim("Centre.");
        String draft = aDraft(claim("Draft.", at(aPublicArticle(TEXT), "s1", TEXT, "it rained")));
        String unseen = aPublishedClaim(claim("Unseen.", at(aHiddenArticle(TEXT), "s1", TEXT, "it rained")));
        String behind = aShownClaim("Behind.");
        String ahead = aShownClaim("Ahead.");
        relate(centre, 4, "supports", draft);
        relate(draft, 1, "supports", behind);
        relate(unseen, 4, "contradicts", centre);
        relate(centre, 5, "qualifies", ahead);
        anyone().get("/v1/claims/" + centre + "/graph?depth=3")
                .then()
                .statusCode(200)
                .body("nodes.id", contains(centre, ahead))
                .body("edges.type", contains("qualifies"))
                .body("truncated", equalTo(false));
        read("/v1/claims/" + centre + "/graph?depth=3")
                .body("nodes.id", containsInAnyOrder(centre, ahead, draft, unseen, behind))
                .body("nodes.find { it.id == '" + behind + "' }.distance", equalTo(2))
                .body("edges", hasSize(4));
        anyone().get("/v1/claims/" + centre + "/relations/supports/" + draft)
                .then()
                .statusCode(404);
        anyone().get("/v1/claims/" + draft + "/graph").then().statusCode(404);
        move(ahead, 4, Tokens.editor(), "withheld").statusCode(200);
        anyone().get("/v1/claims/" + ahead + "/graph").then().statusCode(410);
        anyone().get("/v1/claims/" + centre + "/relations/qualifies/" + ahead)
                .then()
                .statusCode(404);
        move(ahead, 5, Tokens.admin(), "removed").statusCode(200);
        anyone().get("/v1/claims/" + ahead + "/graph").then().statusCode(451);
        put(Tokens.editor(), "/v1/claims/" + centre + "/relations/supports/" + ahead, 6)
                .statusCode(404);
    }

    private static void relate(String id, int revision, String type, String target) {
        put(Tokens.editor(), "/v1/claims/" + id + "/relations/" + type + "/" + target, revision)
                .statusCode(204);
    }

    private static String aShownClaim(String text) {
        return aPublishedClaim(claim(text, at(aPublicArticle(TEXT), "s1", TEXT, "it rained")));
    }

    private static ValidatableResponse put(String token, String path, int revision) {
        return as(token)
                .header("If-Match", "\"" + revision + "\"")
                .put(path + WHY)
                .then();
    }

    private static ValidatableResponse remove(String path, int revision) {
        return as(Tokens.editor())
                .header("If-Match", "\"" + revision + "\"")
                .delete(path + WHY)
                .then();
    }
}

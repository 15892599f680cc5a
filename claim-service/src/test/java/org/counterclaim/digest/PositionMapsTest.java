package org.counterclaim.digest;

import static org.awaitility.Awaitility.await;
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
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class PositionMapsTest {

    private static final String TEXT = "One said that it rained, and another denied it.";
    private static final String WHY = "?changeType=update&reason=x";

    @Test
    void aClaimIsMappedByPartyAndAspect() {
        String article = aPublicArticle(TEXT);
        String one = aParty("Map one", "A");
        String other = aParty("Map other", null);
        String id = aPublishedClaim(claim(
                "Mapped.",
                at(article, "s1", TEXT, "it rained"),
                position(one, "affirms"),
                position(other, "denies").replace("}", ", \"aspect\": \"scale\"}")));
        String map = "/v1/claims/" + id + "/positions/map";
        anyone().get(map)
                .then()
                .statusCode(200)
                .body("claimId", equalTo(id))
                .body("disputeStatus.value", equalTo("partially_disputed"))
                .body("parties.name", contains("Map one", "Map other"))
                .body("rows.party", contains(one, other))
                .body("rows.side", contains("A", null))
                .body("rows[0].cells.aspect", contains("whole"))
                .body("rows[1].cells.aspect", contains("scale"))
                .body("rows[1].cells[0].live.stance", contains("denies"));
        String tag = anyone().get(map).header("ETag");
        anyone().header("If-None-Match", tag).get(map).then().statusCode(304);
        String denial = read("/v1/claims/" + id).extract().path("positions[1].id");
        String concession = sending(Tokens.editor(), 4, position(other, "concedes"))
                .post("/v1/claims/" + id + "/positions/" + denial + ":supersede" + WHY)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        anyone().header("If-None-Match", tag)
                .get(map)
                .then()
                .statusCode(200)
                .body("rows[1].cells.aspect", contains("whole", "scale"))
                .body("rows[1].cells[0].live.id", contains(concession))
                .body("rows[1].cells[1].live", empty())
                .body("rows[1].cells[1].superseded.position.id", contains(denial))
                .body("rows[1].cells[1].superseded.by", contains(concession));
    }

    @Test
    void aClaimThatIsTakenBackIsNotMapped() {
        String article = aPublicArticle(TEXT);
        String id = aPublishedClaim(claim("Not mapped.", at(article, "s1", TEXT, "it rained")));
        String map = "/v1/claims/" + id + "/positions/map";
        move(id, 4, Tokens.editor(), "withheld").statusCode(200);
        anyone().get(map).then().statusCode(410);
        move(id, 5, Tokens.admin(), "removed").statusCode(200);
        anyone().get(map).then().statusCode(451);
    }

    @Test
    void aStoryIsMappedAndDigestedInTheOrderOfItsText() {
        String article = aPublicArticle(TEXT);
        String one = aParty("Story one", "A");
        String other = aParty("Story other", "B");
        String later =
                aPublishedClaim(claim("Later.", at(article, "s1", TEXT, "denied it"), position(other, "affirms")));
        String earlier = aPublishedClaim(claim(
                "Earlier.", at(article, "s1", TEXT, "it rained"), position(one, "affirms"), position(other, "denies")));
        String story = "/v1/claims/by-article/" + article;
        anyone().get(story + "/positions/map")
                .then()
                .statusCode(200)
                .body("articleId", equalTo(article))
                .body("items.claimId", contains(earlier, later))
                .body("items[0].rows.party", contains(one, other))
                .body("items[1].rows.cells.flatten().live.flatten().stance", contains("affirms"))
                .body("parties", hasSize(2));
        anyone().get(story + "/digest")
                .then()
                .statusCode(200)
                .body("disputed.claimId", contains(earlier))
                .body("one_sided.claimId", contains(later))
                .body("items", nullValue());
        List.of("/positions/map", "/digest").forEach(part -> {
            String tag = anyone().get(story + part).header("ETag");
            anyone().header("If-None-Match", tag).get(story + part).then().statusCode(304);
        });
        Newspaper.withhold(article);
        List.of("", "/positions/map", "/digest")
                .forEach(part -> await().untilAsserted(
                                () -> anyone().get(story + part).then().statusCode(410)));
        Newspaper.remove(article);
        List.of("", "/positions/map", "/digest")
                .forEach(part -> await().untilAsserted(
                                () -> anyone().get(story + part).then().statusCode(451)));
    }

    @Test
    void whatAPartyHasSaidIsReadPageByPage() {
        String article = aPublicArticle(TEXT);
        String party = aParty("Talks a lot", null);
        String other = aParty("Talks too", null);
        String first = aDraft(claim("First.", at(article, "s1", TEXT, "it rained"), position(party, "affirms")));
        String second = aPublishedClaim(claim(
                "Second.",
                at(article, "s1", TEXT, "it rained"),
                position(other, "denies"),
                position(party, "declines_to_comment")));
        String path = "/v1/parties/" + party + "/positions?limit=1";
        JsonPath page = read(path)
                .statusCode(200)
                .body("items.claimId", contains(second))
                .body("items[0].shortText", equalTo("Second."))
                .body("items[0].editorialStatus", equalTo("published"))
                .body("items[0].disputeStatus.value", equalTo("denied"))
                .body("items[0].positions.stance", contains("declines_to_comment"))
                .extract()
                .jsonPath();
        String next = read(path + "&cursor=" + page.getString("page.nextCursor"))
                .body("items.claimId", contains(first))
                .extract()
                .path("page.nextCursor");
        Assertions.assertNull(next);
        read("/v1/parties/pty_x/positions").statusCode(404);
        as(Tokens.reporter())
                .get("/v1/parties/" + party + "/positions?limit=x")
                .then()
                .statusCode(400);
        anyone().get("/v1/parties/" + party + "/positions").then().statusCode(401);
    }
}

package org.counterclaim.digest;

import static org.counterclaim.Desk.aDraft;
import static org.counterclaim.Desk.aParty;
import static org.counterclaim.Desk.aPublishedClaim;
import static org.counterclaim.Desk.at;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.Desk.move;
import static org.counterclaim.Desk.position;
import static org.counterclaim.Newspaper.aPublicArticle;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class StoryPastTest {

    private static final String TEXT = "One said that it rained, and another denied it.";

    private String story;
    private String one;
    private String other;
    private String rain;

    @BeforeEach
    void aStoryWithAClaim() {
        String article = aPublicArticle(TEXT);
        story = "/v1/claims/by-article/" + article;
        one = aParty("One", "A");
        other = aParty("Other", "B");
        rain = aPublishedClaim(claim("Rain.", at(article, "s1", TEXT, "it rained"), position(one, "affirms")));
    }

    @Test
    void theTimelineTellsEachMoveWithItsCause() {
        String denial = deny();
        timeline()
                .body("items.claimId", contains(rain, rain))
                .body("items.move.from", contains("one_sided", null))
                .body("items.move.to.value", contains("disputed", "one_sided"))
                .body("items[0].move.brought", contains(denial))
                .body("items[0].move.because.party", containsInAnyOrder(one, other))
                .body("items[0].move.by", nullValue());
        as(Tokens.editor()).get(story + "/timeline").then().statusCode(200).body("items[0].move.reason", equalTo("x"));
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        for (String path : new String[] {"/timeline", "/diff?known=" + rain + ":4"}) {
            String tag =
                    anyone().get(story + path).then().statusCode(200).extract().header("ETag");
            anyone().header("If-None-Match", tag).get(story + path).then().statusCode(304);
        }
        String tag = anyone().get(story + "/timeline").header("ETag");
        deny();
        anyone().header("If-None-Match", tag).get(story + "/timeline").then().statusCode(200);
    }

    @Test
    void whoHasReadItAllFindsNothingNew() {
        changes("known=" + rain + ":4")
                .body("added", empty())
                .body("changed", empty())
                .body("withdrawn", empty());
        changes("since=2100-01-01T00:00:00Z").body("added", empty()).body("changed", empty());
    }

    @Test
    void whoHasReadNothingFindsAllOfItNew() {
        changes("since=2020-01-01T00:00:00Z")
                .body("added.claimId", contains(rain))
                .body("changed", empty());
        changes("known=clm_01JRD8VN4Z5D8C7A2V0X3K9QWE:1")
                .body("added.claimId", contains(rain))
                .body("withdrawn", empty());
    }

    @Test
    void aNewPositionIsTold() {
        String then = as(Tokens.editor()).get("/v1/claims/" + rain).path("updatedAt");
        String denial = deny();
        for (String since : new String[] {"since=" + then, "known=" + rain + ":4"}) {
            changes(since)
                    .body("added", empty())
                    .body("changed.claimId", contains(rain))
                    .body("changed[0].diff.statusBefore.value", equalTo("one_sided"))
                    .body("changed[0].diff.statusAfter.value", equalTo("disputed"))
                    .body("changed[0].diff.positionsAdded.id", contains(denial))
                    .body("changed[0].moves.to.value", contains("disputed"))
                    .body("changed[0].moves[0].brought", contains(denial));
        }
    }

    @Test
    void aClaimThatWasWithheldIsToldByItsIdAlone() {
        move(rain, 4, Tokens.editor(), "withheld").statusCode(200);
        changes("known=" + rain + ":4")
                .body("withdrawn", contains(rain))
                .body("added", empty())
                .body("changed", empty());
        changes("since=2020-01-01T00:00:00Z").body("withdrawn", empty());
    }

    @Test
    void noReaderLearnsOfADraft() {
        String article = story.substring(story.lastIndexOf('/') + 1);
        String draft = aDraft(claim("Wind.", at(article, "s1", TEXT, "denied it"), position(one, "affirms")));
        changes("known=" + rain + ":4," + draft + ":1").body("added", empty()).body("withdrawn", empty());
        timeline().body("items.claimId", contains(rain));
    }

    @ParameterizedTest
    @CsvSource({
        "known=, /since",
        "since=yesterday, /since",
        "known=clm_1:2, /known",
        "known=art_01JRD8VN4Z5D8C7A2V0X3K9QWE:2, /known",
        "since=2026-11-01T00:00:00Z&known=clm_01JRD8VN4Z5D8C7A2V0X3K9QWE:1, /known",
        "since=2026-11-01T00:00:00Z&until=2026, /until"
    })
    void whatCannotBeReadIsNamed(String query, String pointer) {
        anyone().get(story + "/diff?" + query).then().statusCode(400).body("errors.pointer", contains(pointer));
    }

    private String deny() {
        return sending(Tokens.editor(), 4, position(other, "denies"))
                .post("/v1/claims/" + rain + "/positions?changeType=update&reason=x")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse timeline() {
        return anyone().get(story + "/timeline").then().statusCode(200);
    }

    private ValidatableResponse changes(String query) {
        return anyone().get(story + "/diff?" + query).then().statusCode(200);
    }
}

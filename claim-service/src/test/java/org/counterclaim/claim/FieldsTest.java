package org.counterclaim.claim;

import static org.counterclaim.Desk.aParty;
import static org.counterclaim.Desk.aPublishedClaim;
import static org.counterclaim.Desk.at;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.Desk.position;
import static org.counterclaim.Newspaper.aPublicArticle;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.junit.jupiter.api.Test;

/** Readers name the members that they want. What they get is not the whole that the contract's schema describes. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class FieldsTest {

    @Test
    void aClaimOrAStoryIsShownAsFarAsItIsAskedFor() {
        String article = aPublicArticle("Rain fell.");
        String party = aParty("FieldsLand", null);
        String id = aPublishedClaim(claim(
                "Rain fell on fields.", at(article, "s1", "Rain fell.", "Rain fell"), position(party, "affirms")));
        ValidatableResponse answer = read(id, "text,disputeStatus.value,positions.party,positions.stance");
        answer.statusCode(200)
                .header("ETag", matchesPattern("\"4-[0-9a-f]{16}\""))
                .body("", aMapWithSize(3))
                .body("text", equalTo("Rain fell on fields."))
                .body("disputeStatus", aMapWithSize(1))
                .body("positions", equalTo(List.of(Map.of("party", party, "stance", "affirms"))));
        RestAssured.given()
                .header("If-None-Match", answer.extract().header("ETag"))
                .get("/v1/claims/" + id + "?fields=positions.party,positions.stance,disputeStatus.value,text")
                .then()
                .statusCode(304);
        // a story's claims are more than a list: its members are its own
        read("by-article/" + article, "items.id,digest")
                .statusCode(200)
                .body("", aMapWithSize(2))
                .body("digest", notNullValue())
                .body("items", contains(Map.of("id", id)));
        read(id, "positions.who")
                .statusCode(400)
                .body("errors[0].detail", equalTo("There is no member positions.who."));
    }

    private static ValidatableResponse read(String path, String fields) {
        return RestAssured.given()
                .get("/v1/claims/" + path + "?fields=" + fields)
                .then();
    }
}

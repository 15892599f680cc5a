package org.counterclaim.claim;

import static org.counterclaim.Desk.aParty;
import static org.counterclaim.Desk.aPublishedClaim;
import static org.counterclaim.Desk.at;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.Desk.position;
import static org.counterclaim.Desk.post;
import static org.counterclaim.Desk.read;
import static org.counterclaim.Newspaper.aPublicArticle;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class FlagTest {

    private static final String TEXT = "One said that it rained, and another denied it.";
    private static final String DATED = ", \"claimDate\": {\"value\": \"2025\", \"precision\": \"year\"}}";

    @Test
    void whatNobodyCanLookAtIsFlaggedUntilSomebodyCan() {
        String article = aPublicArticle(TEXT);
        String one = aParty("Has seen it", "A");
        String other = aParty("Has not", "B");
        String evidence = anItem("described_only");
        String resting = position(one, "affirms").replace("}", ", \"evidence\": [\"" + evidence + "\"]}");
        String id = aPublishedClaim(
                dated(claim("Described.", at(article, "s1", TEXT, "it rained"), resting, position(other, "denies"))));
        String listed = "/v1/claims?flag=evidence_not_public&articleId=" + article;
        anyone().get("/v1/claims/" + id)
                .then()
                .header("ETag", matchesPattern("\"4-[0-9a-f]{16}\""))
                .body("flags.code", contains("evidence_not_public"));
        anyone().get("/v1/claims/by-article/" + article)
                .then()
                .body("items[0].flags.code", contains("evidence_not_public"));
        anyone().get(listed).then().body("items.id", contains(id));
        sending(Tokens.editor(), 4, position(other, "concedes").replace("}", ", \"evidence\": [\"" + evidence + "\"]}"))
                .post("/v1/claims/" + id + "/positions/"
                        + read("/v1/claims/" + id).extract().path("positions[1].id")
                        + ":supersede?changeType=update&reason=x")
                .then()
                .statusCode(201);
        anyone().get("/v1/claims/" + id).then().header("ETag", "\"5\"").body("flags", empty());
        anyone().get(listed).then().body("items", empty());
    }

    @Test
    void whoeverIsAccusedIsToBeHeard() {
        String article = aPublicArticle(TEXT);
        String accuser = aParty("Accuses", "A");
        String accused = aParty("Is accused", "B");
        String spokesperson = aParty("Speaks for the accused", "B");
        String body = claim(
                        "Accused.",
                        at(article, "s1", TEXT, "it rained"),
                        position(accuser, "affirms"),
                        position(accused, "not_recorded"))
                .replaceFirst("\\{", "{\"about\": [\"rain\", \"" + accused + "\"], ");
        String id = aPublishedClaim(dated(body));
        anyone().get("/v1/claims/" + id)
                .then()
                .body("flags.id", contains("no_right_of_reply:" + accused))
                .body("flags.target", contains(accused))
                .body("flags.severity", contains("warning"));
        sending(Tokens.editor(), 4, position(spokesperson, "declines_to_comment"))
                .post("/v1/claims/" + id + "/positions?changeType=update&reason=x")
                .then()
                .statusCode(201);
        anyone().get("/v1/claims/" + id).then().body("flags", empty());
    }

    @Test
    void aClaimIsFoundByWhatShowsInItself() {
        String article = aPublicArticle(TEXT);
        String newsroom = aParty("The newsroom", "PUBLISHER");
        String id = aPublishedClaim(
                claim("Unattributed.", at(article, "s1", TEXT, "it rained"), position(newsroom, "affirms"))
                        .replaceFirst("\\{", "{\"claimType\": [\"numerical\"], "));
        anyone().get("/v1/claims/" + id)
                .then()
                .header("ETag", "\"4\"")
                .body(
                        "flags.code",
                        containsInAnyOrder("unattributed_assertion", "vague_quantifier", "missing_claim_date"));
        for (String code : new String[] {"unattributed_assertion", "vague_quantifier", "missing_claim_date"}) {
            anyone().get("/v1/claims?limit=200&flag=" + code + "&articleId=" + article)
                    .then()
                    .body("items.id", contains(id));
        }
        anyone().get("/v1/claims?flag=side_contradiction&articleId=" + article)
                .then()
                .body("items", empty());
        anyone().get("/v1/claims?flag=odd").then().statusCode(400).body("errors.pointer", contains("/flag"));
    }

    private static String anItem(String access) {
        return post("/v1/evidence", "{\"kind\": \"document\", \"name\": \"A list\", \"access\": \"" + access + "\"}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String dated(String body) {
        return body.substring(0, body.length() - 1) + DATED;
    }
}

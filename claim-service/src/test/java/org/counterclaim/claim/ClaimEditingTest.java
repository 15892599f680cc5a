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
import static org.counterclaim.Newspaper.aPublicArticle;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.github.f4b6a3.ulid.UlidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.stream.IntStream;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class ClaimEditingTest {

    private static final String TEXT = "One said that it rained, and another denied it.";
    private static final String PATCH = "application/merge-patch+json";
    private static final String WHY = "?changeType=update&reason=x";

    @Test
    void someMembersAreChangedAndTheOthersStay() {
        String party = aParty("Patched", null);
        String id = aDraft(claim("Patch.", "", position(party, "affirms"))
                .replaceFirst("\\{", "{\"about\": [\"rain\"], \"author\": \"" + party + "\", "));
        patch("/v1/claims/" + id, 1, "{\"shortText\": \"Patched.\", \"author\": null, \"about\": [\"snow\"]}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("text", equalTo("Patch."))
                .body("shortText", equalTo("Patched."))
                .body("author", nullValue())
                .body("about", contains("snow"))
                .body("positions", hasSize(1));
        patch("/v1/claims/" + id, 1, "{}").statusCode(412).header("ETag", "\"2\"");
        patch("/v1/claims/" + id, 2, "[]").statusCode(400);
        patch("/v1/claims/" + id, 2, "{\"revision\": 7}").statusCode(400).body("errors.pointer", contains("/revision"));
        patch("/v1/claims/" + id, 2, "{\"text\": null}").statusCode(422).body("errors.pointer", hasItem("/text"));
        patch("/v1/claims/" + id, 2, "{\"author\": \"pty_x\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/author"));
        patch("/v1/claims/clm_x", 2, "{}").statusCode(404);
        sending(Tokens.reporter(), 2, "{}")
                .patch("/v1/claims/" + id)
                .then()
                .statusCode(415)
                .header("Accept-Patch", PATCH);
        as(Tokens.reporter())
                .contentType(PATCH)
                .body("{}")
                .patch("/v1/claims/" + id)
                .then()
                .statusCode(428);
        move(id, 2, Tokens.admin(), "removed").statusCode(200);
        patch("/v1/claims/" + id, 3, "{\"shortText\": \"x\"}").statusCode(409);
    }

    @Test
    void whatIsPublishedIsPatchedWithAReason() {
        String id = aPublishedClaim(claim("Published patch.", at(aPublicArticle(TEXT), "s1", TEXT, "it rained")));
        patch("/v1/claims/" + id, 4, "{\"shortText\": \"x\"}").statusCode(403);
        as(Tokens.editor())
                .contentType(PATCH)
                .header("If-Match", "\"4\"")
                .body("{\"shortText\": \"Live.\"}")
                .patch("/v1/claims/" + id + WHY)
                .then()
                .statusCode(200);
        anyone().get("/v1/claims/" + id).then().body("shortText", equalTo("Live."));
    }

    @Test
    void aDraftIsMadeUnderAnIdOfTheCallers() {
        String id = "clm_" + UlidCreator.getMonotonicUlid();
        String body = "{\"text\": \"Mine.\", \"shortText\": \"Mine\"}";
        put(id, body)
                .statusCode(201)
                .header("Location", equalTo("/v1/claims/" + id))
                .header("ETag", "\"1\"");
        put(id, body).statusCode(412);
        put("clm_x", body).statusCode(400).body("errors.pointer", contains("/id"));
        as(Tokens.editor())
                .header("If-Match", "\"1\"")
                .delete("/v1/claims/" + id)
                .then()
                .statusCode(204);
        read("/v1/claims/" + id).statusCode(404);
        put(id, body).statusCode(412);
    }

    @Test
    void onlyADraftIsDeleted() {
        String id = aPublishedClaim(claim("Not deleted.", at(aPublicArticle(TEXT), "s1", TEXT, "it rained")));
        as(Tokens.editor())
                .header("If-Match", "\"4\"")
                .delete("/v1/claims/" + id)
                .then()
                .statusCode(409)
                .body("allowed", hasItems("withheld", "retracted"));
        String draft = aDraft(claim("Deleted.", ""));
        as(Tokens.reporter())
                .header("If-Match", "\"1\"")
                .delete("/v1/claims/" + draft)
                .then()
                .statusCode(403);
        as(Tokens.editor()).delete("/v1/claims/" + draft).then().statusCode(428);
        as(Tokens.editor())
                .header("If-Match", "\"2\"")
                .delete("/v1/claims/" + draft)
                .then()
                .statusCode(412);
        as(Tokens.editor())
                .header("If-Match", "\"1\"")
                .delete("/v1/claims/" + draft)
                .then()
                .statusCode(204);
        as(Tokens.editor())
                .header("If-Match", "\"1\"")
                .delete("/v1/claims/" + draft)
                .then()
                .statusCode(404);
    }

    @Test
    void evidenceBearsOnAClaimWhoeverBringsItForward() {
        String item = anItem("described_only");
        String id = aPublishedClaim(claim("Bears.", at(aPublicArticle(TEXT), "s1", TEXT, "it rained")));
        String path = "/v1/claims/" + id + "/evidence/" + item;
        link(path + WHY, 4).statusCode(204).header("ETag", "\"5\"");
        link(path + WHY, 5).statusCode(204).header("ETag", "\"5\"");
        link(path, 5).statusCode(204).header("ETag", "\"5\"");
        link("/v1/claims/" + id + "/evidence/" + anItem("public"), 5).statusCode(422);
        link("/v1/claims/" + id + "/evidence/evd_x" + WHY, 5).statusCode(404);
        link(path + WHY, 4).statusCode(412);
        as(Tokens.editor()).put(path + WHY).then().statusCode(428);
        anyone().get("/v1/claims/" + id)
                .then()
                .body("evidenceIds", contains(item))
                .body("flags.code", hasItem("evidence_not_public"));
        String article = read("/v1/claims/" + id).extract().path("appearances[0].articleId");
        anyone().get("/v1/claims/by-article/" + article).then().body("items[0].evidence.id", contains(item));
        unlink(path, 5).statusCode(422);
        unlink(path + WHY, 5).statusCode(204).header("ETag", "\"6\"");
        unlink(path + WHY, 6).statusCode(404);
        move(id, 6, Tokens.editor(), "withheld").statusCode(200);
        link(path + WHY, 7).statusCode(409);
        unlink(path + WHY, 7).statusCode(409);
    }

    @Test
    void whatBecomesOfEvidenceFollowsForItsClaims() {
        String item = anItem("described_only");
        String id = aPublishedClaim(claim("Follows.", at(aPublicArticle(TEXT), "s1", TEXT, "it rained")));
        link("/v1/claims/" + id + "/evidence/" + item + WHY, 4).statusCode(204);
        patch("/v1/evidence/" + item, 1, "{\"access\": \"public\", \"url\": \"https://example.org/list\"}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", equalTo("A list"))
                .body("access", equalTo("public"))
                .body("appearances", hasSize(1));
        await().untilAsserted(() -> anyone().get("/v1/claims/" + id)
                .then()
                .header("ETag", "\"5\"")
                .body("flags.code", not(hasItem("evidence_not_public"))));
        patch("/v1/evidence/" + item, 1, "{}").statusCode(412);
        patch("/v1/evidence/" + item, 2, "{\"access\": \"odd\"}").statusCode(400);
        patch("/v1/evidence/" + item, 2, "{\"name\": \"\"}").statusCode(422).body("errors.pointer", contains("/name"));
        patch("/v1/evidence/" + item, 2, "{\"heldBy\": \"pty_x\"}").statusCode(422);
        patch("/v1/evidence/" + item, 2, "{\"appearances\": []}")
                .statusCode(200)
                .body("appearances", empty());
        patch("/v1/evidence/evd_x", 1, "{}").statusCode(404);
        sending(Tokens.reporter(), 3, "{}").patch("/v1/evidence/" + item).then().statusCode(415);
        as(Tokens.reporter())
                .contentType(PATCH)
                .body("{}")
                .patch("/v1/evidence/" + item)
                .then()
                .statusCode(428);
    }

    @Test
    void whatBecomesOfAPartyFollowsForItsClaims() {
        String accuser = aParty("Accuser of one", "A");
        String accused = aParty("Changes sides", "B");
        String body = claim("Sides.", at(aPublicArticle(TEXT), "s1", TEXT, "it rained"), position(accuser, "affirms"))
                .replaceFirst("\\{", "{\"about\": [\"" + accused + "\"], ");
        String id = aPublishedClaim(body);
        anyone().get("/v1/claims/" + id).then().body("flags.code", hasItem("no_right_of_reply"));
        patch("/v1/parties/" + accused, 1, "{\"side\": \"A\", \"jobTitle\": \"Envoy\"}")
                .statusCode(200)
                .body("name", equalTo("Changes sides"))
                .body("jobTitle", equalTo("Envoy"));
        await().untilAsserted(() ->
                anyone().get("/v1/claims/" + id).then().body("flags.code", not(hasItem("no_right_of_reply"))));
        patch("/v1/parties/" + accused, 1, "{}").statusCode(412);
        patch("/v1/parties/" + accused, 2, "{\"type\": \"Robot\"}").statusCode(400);
        patch("/v1/parties/" + accused, 2, "{\"name\": null}").statusCode(422);
        patch("/v1/parties/pty_x", 1, "{}").statusCode(404);
        sending(Tokens.reporter(), 2, "{}")
                .patch("/v1/parties/" + accused)
                .then()
                .statusCode(415);
        as(Tokens.reporter())
                .contentType(PATCH)
                .body("{}")
                .patch("/v1/parties/" + accused)
                .then()
                .statusCode(428);
    }

    @Test
    void manyClaimsAreReadAtOnce() {
        String one = aPublishedClaim(claim("Batch one.", at(aPublicArticle(TEXT), "s1", TEXT, "it rained")));
        String other = aPublishedClaim(claim("Batch other.", at(aPublicArticle(TEXT), "s1", TEXT, "it rained")));
        String draft = aDraft(claim("Batch draft.", ""));
        String merged = aPublishedClaim(claim("Batch merged.", at(aPublicArticle(TEXT), "s1", TEXT, "it rained")));
        sending(Tokens.editor(), 4, "{\"into\": \"" + one + "\", \"reason\": \"Same.\"}")
                .post("/v1/claims/" + merged + ":merge")
                .then()
                .statusCode(200);
        String ids = "{\"ids\": [\"%s\", \"%s\", \"%s\", \"clm_x\", \"%s\"]}".formatted(other, merged, draft, one);
        anyone().contentType("application/json")
                .body(ids)
                .post("/v1/claims:batchGet")
                .then()
                .statusCode(200)
                .body("items.id", contains(other, one))
                .body("notFound", contains(draft, "clm_x"));
        sending(Tokens.reporter(), ids)
                .post("/v1/claims:batchGet")
                .then()
                .body("items.id", contains(other, one, draft))
                .body("notFound", contains("clm_x"));
        anyone().contentType("application/json")
                .body("{\"ids\": []}")
                .post("/v1/claims:batchGet")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/ids"));
    }

    @Test
    void noMoreClaimsAreReadAtOnceThanAPageMayHave() {
        batchOf(100).statusCode(200).body("notFound", hasSize(100));
        batchOf(101)
                .statusCode(400)
                .body("type", equalTo("/problems/malformed"))
                .body("errors.pointer", contains("/ids"))
                .body("errors.code", contains("too-many"));
    }

    private static ValidatableResponse batchOf(int ids) {
        return anyone().contentType("application/json")
                .body(Map.of(
                        "ids", IntStream.range(0, ids).mapToObj(i -> "clm_" + i).toList()))
                .post("/v1/claims:batchGet")
                .then();
    }

    private static ValidatableResponse put(String id, String body) {
        return sending(Tokens.reporter(), body)
                .header("If-None-Match", "*")
                .put("/v1/claims/" + id)
                .then();
    }

    private static ValidatableResponse patch(String path, int revision, String patch) {
        return as(Tokens.reporter())
                .contentType(PATCH)
                .header("If-Match", "\"" + revision + "\"")
                .body(patch)
                .patch(path)
                .then();
    }

    private static ValidatableResponse link(String path, int revision) {
        return as(Tokens.editor())
                .header("If-Match", "\"" + revision + "\"")
                .put(path)
                .then();
    }

    private static ValidatableResponse unlink(String path, int revision) {
        return as(Tokens.editor())
                .header("If-Match", "\"" + revision + "\"")
                .delete(path)
                .then();
    }

    private static String anItem(String access) {
        String place = at(aPublicArticle(TEXT), "s1", TEXT, "it rained");
        return post(
                        "/v1/evidence",
                        "{\"kind\": \"document\", \"name\": \"A list\", \"access\": \"%s\", \"appearances\": [%s]}"
                                .formatted(access, place))
                .statusCode(201)
                .extract()
                .path("id");
    }
}

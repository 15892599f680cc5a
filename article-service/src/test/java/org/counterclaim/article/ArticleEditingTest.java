package org.counterclaim.article;

import static org.counterclaim.article.Newsroom.aDraft;
import static org.counterclaim.article.Newsroom.aPublishedArticle;
import static org.counterclaim.article.Newsroom.create;
import static org.counterclaim.article.Newsroom.move;
import static org.counterclaim.article.Newsroom.published;
import static org.counterclaim.article.Newsroom.story;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.f4b6a3.ulid.UlidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.counterclaim.kit.fixture.Answers;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changing, correcting and ending articles. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ArticleEditingTest {

    private static final String PATCH = "application/merge-patch+json";

    @Test
    void aPatchChangesWhatItNames() {
        String id = create(story("Patched")
                        .replaceFirst("\\{", "{\"standfirst\": \"Old.\", \"articleSection\": \"World\","))
                .extract()
                .path("id");
        patch(
                        id,
                        1,
                        Tokens.reporter(),
                        "{\"standfirst\": \"New.\", \"articleSection\": null, \"keywords\": [\"a\", \"b\"]}",
                        "")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("standfirst", equalTo("New."))
                .body("$", not(hasKey("articleSection")))
                .body("keywords", contains("a", "b"))
                .body("headline", equalTo("Patched"))
                .body("sections.id", contains("s1"));
        patch(
                        id,
                        2,
                        Tokens.reporter(),
                        "{\"sections\": [{\"role\": \"paragraph\", \"text\": \"It rained on Mondays.\"}]}",
                        "")
                .statusCode(200)
                .body("sections.id", contains("s1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"headline\": null} | 422 | validation | /headline",
                "{\"url\": \"javascript:x\"} | 422 | validation | /url",
                "{\"sections\": [{\"role\": \"list\", \"text\": \"\"}]} | 422 | validation | /sections/0/text",
                "{\"sections\": [{\"id\": \"s7\", \"role\": \"list\", \"text\": \"x\"}]} | 422 | validation | /sections/0/id",
                "{\"revision\": 7} | 400 | malformed | /revision",
                "{\"corrections\": []} | 400 | malformed | /corrections",
                "{\"headline\": 7} | 400 | malformed | /headline",
                "{\"headline\": {\"$gt\": \"\"}} | 400 | malformed | /headline",
                "{\"headline\": \"a\\u0000\"} | 400 | malformed | /headline",
                "[] | 400 | malformed | ",
                "null | 400 | malformed | ",
                "{\"headline\": | 400 | malformed | "
            })
    void aPatchThatIsWrongIsAnsweredWithWhereAndNothingIsWritten(
            String patch, int status, String code, String pointer) {
        String id = aDraft("Wrongly patched").getString("id");
        ValidatableResponse answer = patch(id, 1, Tokens.reporter(), patch, "")
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + code));
        if (pointer != null) {
            answer.body("errors.pointer", contains(pointer));
        }
        as(Tokens.reporter()).get("/v1/articles/" + id).then().header("ETag", "\"1\"");
    }

    @Test
    void aPatchIsAWriteLikeAnyOther() {
        String id = aPublishedArticle("Patched live").getString("id");
        as(Tokens.editor())
                .contentType(PATCH)
                .body("{}")
                .patch("/v1/articles/" + id)
                .then()
                .statusCode(428);
        patch(id, 3, Tokens.editor(), "{}", "").statusCode(412).header("ETag", "\"4\"");
        patch(id, 4, Tokens.reporter(), "{}", "").statusCode(403);
        patch(id, 4, Tokens.editor(), "{}", "").statusCode(422);
        patch(id, 4, Tokens.editor(), "{\"standfirst\": \"x\"}", "?changeType=update&reason=x")
                .statusCode(200);
        move(id, 5, Tokens.editor(), "{\"to\": \"withheld\", \"reason\": \"x\"}")
                .statusCode(200);
        patch(id, 6, Tokens.editor(), "{\"standfirst\": \"y\"}", "?changeType=update&reason=x")
                .statusCode(409)
                .body("allowed", contains("published", "removed"));
        String taken = aDraft("Has a slug").getString("slug");
        patch(aDraft("Wants it").getString("id"), 1, Tokens.reporter(), "{\"slug\": \"" + taken + "\"}", "")
                .statusCode(409)
                .body("errors.pointer", contains("/slug"));
    }

    @Test
    void whatIsNoPatchIsToldWhatOneIs() {
        String id = aDraft("No patch").getString("id");
        sending(Tokens.reporter(), 1, "{}")
                .patch("/v1/articles/" + id)
                .then()
                .statusCode(415)
                .header("Accept-Patch", PATCH)
                .body("type", equalTo("/problems/unsupported-media-type"));
    }

    @Test
    void anArticleIsMadeUnderAnIdOfTheNewsroomsOwn() {
        String id = "art_" + UlidCreator.getUlid();
        make(id, story("Of our own")).statusCode(201).header("ETag", "\"1\"").header("Location", "/v1/articles/" + id);
        make(id, story("Of our own")).statusCode(412);
        make("art_" + UlidCreator.getUlid(), story("Of our own"))
                .statusCode(201)
                .body("slug", matchesPattern("of-our-own-[0-9a-z]{6}"));
        make("7", story("No id")).statusCode(400).body("errors.pointer", contains("/id"));
        make("art_" + UlidCreator.getUlid(), "{\"headline\": \"x\", \"slug\": \"of-our-own\"}")
                .statusCode(409);
        sending(Tokens.reporter(), story("No condition"))
                .put("/v1/articles/art_" + UlidCreator.getUlid())
                .then()
                .statusCode(404);
    }

    @Test
    void ofManyWhoMakeOneIdOneDoes() {
        String id = "art_" + UlidCreator.getUlid();
        List<Integer> answers = Answers.atOnce(
                        10, () -> make(id, story("Once")).extract().response())
                .stream()
                .map(Response::statusCode)
                .sorted()
                .toList();
        assertEquals(201, answers.get(0));
        assertEquals(List.of(412), answers.stream().skip(1).distinct().toList());
    }

    @Test
    void aDraftIsDeletedForGood() {
        JsonPath draft = aDraft("Deleted");
        String path = "/v1/articles/" + draft.getString("id");
        as(Tokens.reporter()).header("If-Match", "\"1\"").delete(path).then().statusCode(403);
        as(Tokens.editor()).delete(path).then().statusCode(428);
        as(Tokens.editor()).header("If-Match", "\"2\"").delete(path).then().statusCode(412);
        as(Tokens.editor()).header("If-Match", "\"1\"").delete(path).then().statusCode(204);
        for (String gone : new String[] {
            path, path + "?revision=1", path + "/revisions", path + "/diff?from=1", "/v1/articles/by-slug/deleted"
        }) {
            as(Tokens.editor()).get(gone).then().statusCode(404);
        }
        as(Tokens.editor()).header("If-Match", "\"2\"").delete(path).then().statusCode(404);
        make(draft.getString("id"), story("Again")).statusCode(412);
        create(story("Deleted")).statusCode(201).body("slug", equalTo("deleted"));
    }

    @Test
    void whatIsNoDraftIsNotDeleted() {
        String id = aDraft("Kept").getString("id");
        move(id, 1, Tokens.reporter(), "{\"to\": \"in_review\"}").statusCode(200);
        as(Tokens.editor())
                .header("If-Match", "\"2\"")
                .delete("/v1/articles/" + id)
                .then()
                .statusCode(409)
                .body("allowed", contains("draft", "approved", "removed"));
        String live = aPublishedArticle("Live").getString("id");
        as(Tokens.admin())
                .header("If-Match", "\"4\"")
                .delete("/v1/articles/" + live)
                .then()
                .statusCode(409);
    }

    @Test
    void aCorrectionIsSeenWithTheArticle() {
        String id = aPublishedArticle("Corrected").getString("id");
        patch(
                        id,
                        4,
                        Tokens.editor(),
                        "{\"sections\": [{\"role\": \"paragraph\", \"text\": \"It rained on Sunday.\"}]}",
                        "?changeType=correction&reason=Day")
                .statusCode(200);
        correct(id, 5, "{\"type\": \"correction\", \"text\": \"It was Sunday.\", \"affects\": [\"s1\"]}")
                .statusCode(201)
                .header("ETag", "\"6\"")
                .body("id", matchesPattern("cor_[0-9A-HJKMNP-TV-Z]{26}"))
                .body("fromRevision", equalTo(4))
                .body("toRevision", equalTo(5));
        correct(id, 6, "{\"type\": \"clarification\", \"text\": \"All day.\", \"fromRevision\": 4, \"toRevision\": 4}")
                .statusCode(201);
        anyone().get("/v1/articles/" + id)
                .then()
                .body("corrections.text", contains("It was Sunday.", "All day."))
                .body("corrections[0].affects", contains("s1"));
        Response list = anyone().get("/v1/articles/" + id + "/corrections");
        list.then().statusCode(200).body("items.type", contains("correction", "clarification"));
        anyone().header("If-None-Match", list.header("ETag"))
                .get("/v1/articles/" + id + "/corrections")
                .then()
                .statusCode(304);
        anyone().get("/v1/articles/" + id + "?revision=5").then().body("corrections", empty());
    }

    @Test
    void aFirstCorrectionIsOfTheRevisionThatReadersHave() {
        String id = aPublishedArticle("Clarified").getString("id");
        correct(id, 4, "{\"type\": \"update\", \"text\": \"More to come.\"}")
                .statusCode(201)
                .body("fromRevision", equalTo(4))
                .body("toRevision", equalTo(4))
                .body("affects", empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\": \"correction\"} | /text",
                "{\"type\": \"correction\", \"text\": \" \"} | /text",
                "{\"text\": \"x\"} | /type",
                "{\"type\": \"retraction\", \"text\": \"x\"} | ''",
                "{\"type\": \"correction\", \"text\": \"x\", \"affects\": [\"s9\"]} | /affects/0",
                "{\"type\": \"correction\", \"text\": \"x\", \"fromRevision\": 3} | /fromRevision",
                "{\"type\": \"correction\", \"text\": \"x\", \"fromRevision\": 0} | /fromRevision",
                "{\"type\": \"correction\", \"text\": \"x\", \"fromRevision\": 5, \"toRevision\": 4} | /fromRevision",
                "{\"type\": \"correction\", \"text\": \"x\", \"toRevision\": 9} | /toRevision"
            })
    void aCorrectionIsAboutWhatReadersHad(String body, String pointer) {
        String id = aPublishedArticle("Badly corrected").getString("id");
        patch(id, 4, Tokens.editor(), "{\"standfirst\": \"x\"}", "?changeType=update&reason=x")
                .statusCode(200);
        correct(id, 5, body).statusCode(422).body("errors.pointer", hasItem(pointer));
        anyone().get("/v1/articles/" + id).then().header("ETag", "\"5\"");
    }

    @Test
    void aCorrectionIsAnEditorsWriteToSomethingPublished() {
        String body = "{\"type\": \"correction\", \"text\": \"x\"}";
        String draft = aDraft("Not corrected").getString("id");
        correct(draft, 1, body).statusCode(409).body("allowed", contains("in_review", "removed"));
        String id = aPublishedArticle("Corrected by whom").getString("id");
        sending(Tokens.reporter(), 4, body)
                .post("/v1/articles/" + id + "/corrections")
                .then()
                .statusCode(403);
        sending(Tokens.editor(), body)
                .post("/v1/articles/" + id + "/corrections")
                .then()
                .statusCode(428);
        correct(id, 3, body).statusCode(412).header("ETag", "\"4\"");
        move(id, 4, Tokens.editor(), "{\"to\": \"retracted\", \"reason\": \"x\"}")
                .statusCode(200);
        correct(id, 5, body).statusCode(409);
    }

    @Test
    void aCorrectionThatIsSentTwiceIsMadeOnce() {
        String id = aPublishedArticle("Corrected once").getString("id");
        Response first = keyed(id);
        first.then().statusCode(201);
        Answers.assertReplays(first, keyed(id));
        anyone().get("/v1/articles/" + id).then().header("ETag", "\"5\"");
    }

    @Test
    void aLegalOrderTakesTheCorrectionsToo() {
        String id = published(aDraft("Removed with all").getString("id")).getString("id");
        correct(id, 4, "{\"type\": \"correction\", \"text\": \"A secret name\"}")
                .statusCode(201);
        move(id, 5, Tokens.admin(), "{\"to\": \"removed\", \"reason\": \"Order 7\"}")
                .statusCode(200)
                .body("corrections", empty());
    }

    private static Response keyed(String id) {
        return sending(Tokens.editor(), 4, "{\"type\": \"correction\", \"text\": \"x\"}")
                .header("Idempotency-Key", id)
                .post("/v1/articles/" + id + "/corrections");
    }

    private static ValidatableResponse correct(String id, int revision, String body) {
        return sending(Tokens.editor(), revision, body)
                .post("/v1/articles/" + id + "/corrections")
                .then();
    }

    private static ValidatableResponse patch(String id, int revision, String token, String patch, String query) {
        return as(token)
                .contentType(PATCH)
                .header("If-Match", "\"" + revision + "\"")
                .body(patch)
                .patch("/v1/articles/" + id + query)
                .then();
    }

    private static ValidatableResponse make(String id, String body) {
        return sending(Tokens.reporter(), body)
                .header("If-None-Match", "*")
                .put("/v1/articles/" + id)
                .then();
    }
}

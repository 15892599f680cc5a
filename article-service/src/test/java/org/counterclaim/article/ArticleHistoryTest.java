package org.counterclaim.article;

import static org.awaitility.Awaitility.await;
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
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.flipkart.zjsonpatch.JsonPatch;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Instant;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers and the newsroom get of an article's past. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ArticleHistoryTest {

    private static final String NEXT = """
            {"headline": "Rain on Monday", "inLanguage": "en", "keywords": ["test"], "sections": [
             {"role": "paragraph", "text": "Umbrellas were sold out by noon, shops say."},
             {"role": "paragraph", "text": "It rained hard on Monday."}]}""";

    @Test
    void readersSeeTheRevisionsThatWerePublishedTheNewsroomAll() {
        String id = corrected();
        anyone().get("/v1/articles/" + id + "/revisions")
                .then()
                .statusCode(200)
                .body("items.revision", contains(5, 4))
                .body("items.changeType", contains("correction", "transition"))
                .body("items.headline", contains("Rain on Monday", "Past"))
                .body("items", everyItem(not(hasKey("by"))))
                .body("items", everyItem(not(hasKey("reason"))));
        JsonPath page = as(Tokens.reporter())
                .get("/v1/articles/" + id + "/revisions?limit=2")
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items.revision", contains(5, 4))
                .body("items[0].by", equalTo("edgar"))
                .body("items[0].reason", equalTo("Harder"))
                .body("items[1].acknowledged.flagId", hasItems("missing_date_published"))
                .extract()
                .jsonPath();
        as(Tokens.reporter())
                .get("/v1/articles/" + id + "/revisions?limit=10&cursor=" + page.getString("page.nextCursor"))
                .then()
                .body("items.revision", contains(3, 2, 1))
                .body("items.editorialStatus", contains("approved", "in_review", "draft"));
        anyone().get("/v1/articles/" + id + "/revisions?cursor=" + page.getString("page.nextCursor"))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/cursor-mismatch"));
    }

    @Test
    void oneRevisionIsReadWithItsTag() {
        String id = corrected();
        anyone().get("/v1/articles/" + id + "/revisions/4")
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body("headline", equalTo("Past"));
        anyone().header("If-None-Match", "\"4\"")
                .get("/v1/articles/" + id + "/revisions/4")
                .then()
                .statusCode(304);
        anyone().get("/v1/articles/" + id + "/revisions/3").then().statusCode(404);
        as(Tokens.reporter()).get("/v1/articles/" + id + "/revisions/3").then().statusCode(200);
        anyone().get("/v1/articles/" + id + "/revisions/x").then().statusCode(400);
    }

    @Test
    void aMomentOfThePastGivesWhatWasReadThen() {
        JsonPath first = aPublishedArticle("Then");
        String path = "/v1/articles/" + first.getString("id");
        String created = first.getString("createdAt");
        String then = first.getString("updatedAt");
        revise(first.getString("id"));
        anyone().get(path + "?asOf=" + then).then().statusCode(200).header("ETag", "\"4\"");
        anyone().get(path + "?asOf=" + Instant.now()).then().statusCode(200).header("ETag", "\"5\"");
        String before = Instant.parse(created).minusSeconds(1).toString();
        anyone().get(path + "?asOf=" + before).then().statusCode(404);
        anyone().get(path + "?asOf=" + created).then().statusCode(404);
        as(Tokens.reporter())
                .get(path + "?asOf=" + created)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        as(Tokens.reporter()).get(path + "?asOf=" + before).then().statusCode(404);
    }

    @Test
    void whatWasWithheldAtAMomentWasGoneThen() {
        String id = aPublishedArticle("Withheld for a while").getString("id");
        String withheld = move(id, 4, Tokens.editor(), "{\"to\": \"withheld\", \"reason\": \"x\"}")
                .extract()
                .path("updatedAt");
        anyone().get("/v1/articles/" + id + "?revision=4").then().statusCode(410);
        anyone().get("/v1/articles/" + id + "/revisions").then().statusCode(410);
        move(id, 5, Tokens.editor(), "{\"to\": \"published\", \"reason\": \"x\"}")
                .statusCode(200);
        anyone().get("/v1/articles/" + id + "?asOf=" + withheld).then().statusCode(410);
        anyone().get("/v1/articles/" + id + "?revision=5").then().statusCode(404);
        anyone().get("/v1/articles/" + id + "/revisions").then().body("items.revision", contains(6, 4));
    }

    /** A revision that readers had stays readable when its own end has come, as long as a later one is public. */
    @Test
    void aPublishedRevisionOutlivesItsOwnExpiry() {
        String id = create(story("Short")
                        .replaceFirst("\\{", "{\"expires\": \"" + Instant.now().plusMillis(1_500) + "\","))
                .extract()
                .path("id");
        published(id);
        revise(id);
        await().until(() -> as(Tokens.editor())
                        .get("/v1/articles/" + id + "?revision=4")
                        .jsonPath()
                        .getString("expires")
                        .compareTo(Instant.now().toString())
                < 0);
        anyone().get("/v1/articles/" + id + "?revision=4").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "?asOf=yesterday, asOf",
        "?asOf=2199-01-01T00:00:00Z, asOf",
        "?asOf=2026-01-01T00:00:00Z&revision=1, asOf",
        "?revision=x, revision",
        "/diff, from",
        "/diff?from=x, from",
        "/diff?from=4&to=0, to",
        "/revisions?limit=0, limit",
        "/related?limit=x, limit"
    })
    void aWrongParameterIsNamed(String query, String name) {
        String id = aPublishedArticle("Parameters").getString("id");
        anyone().get("/v1/articles/" + id + query).then().statusCode(400).body("errors.pointer", contains("/" + name));
    }

    @Test
    void theDifferenceIsToldInWords() {
        String id = corrected();
        anyone().get("/v1/articles/" + id + "/diff?from=4")
                .then()
                .statusCode(200)
                .body("from", equalTo(4))
                .body("to", equalTo(5))
                .body("members", contains("headline"))
                .body("sections.sectionId", contains("s2", "s1"))
                .body("sections.kind", contains("inserted", "changed"))
                .body("sections[1].spans.size()", equalTo(1))
                .body("sections[1].spans[0].kind", equalTo("inserted"))
                .body("sections[1].spans[0].added.strip()", equalTo("hard"))
                .body("sections[1].moved", equalTo(false));
        anyone().get("/v1/articles/" + id + "/diff?from=5&to=4")
                .then()
                .body("sections.kind", contains("changed", "deleted"));
        anyone().get("/v1/articles/" + id + "/diff?from=5&to=5").then().body("sections", empty());
        anyone().get("/v1/articles/" + id + "/diff?from=3&to=5").then().statusCode(404);
        as(Tokens.reporter())
                .get("/v1/articles/" + id + "/diff?from=3&to=5")
                .then()
                .statusCode(200);
    }

    @Test
    void aSectionThatStandsElsewhereWasMoved() {
        String id = create("""
                {"headline": "Moves", "sections": [{"role": "paragraph", "text": "First of all."},
                 {"role": "paragraph", "text": "Then this."}, {"role": "paragraph", "text": "In the end."}]}""").extract().path("id");
        sending(Tokens.reporter(), 1, """
                {"headline": "Moves", "sections": [{"role": "paragraph", "text": "In the end."},
                 {"role": "paragraph", "text": "First of all."}, {"role": "quote", "text": "Then this."}]}""")
                .put("/v1/articles/" + id)
                .then()
                .body("sections.id", contains("s3", "s1", "s2"));
        as(Tokens.reporter())
                .get("/v1/articles/" + id + "/diff?from=1&to=2")
                .then()
                .body("sections.sectionId", contains("s3", "s2"))
                .body("sections.kind", contains("moved", "changed"))
                .body("sections[1].role", equalTo("quote"))
                .body("sections[1].spans", empty());
    }

    @Test
    void asAPatchItMakesTheOneTheOther() throws IOException {
        String id = corrected();
        ObjectMapper json = new ObjectMapper();
        String etag = anyone().get("/v1/articles/" + id + "/diff?from=4").header("ETag");
        var answer = anyone().accept("application/json-patch+json").get("/v1/articles/" + id + "/diff?from=4&to=5");
        answer.then().statusCode(200).contentType("application/json-patch+json").header("ETag", not(equalTo(etag)));
        assertEquals(
                json.readTree(anyone().get("/v1/articles/" + id + "?revision=5").asByteArray()),
                JsonPatch.apply(
                        json.readTree(answer.asByteArray()),
                        json.readTree(anyone().get("/v1/articles/" + id + "?revision=4")
                                .asByteArray())));
        anyone().header("If-None-Match", etag)
                .get("/v1/articles/" + id + "/diff?from=4")
                .then()
                .statusCode(304);
        anyone().accept("text/plain")
                .get("/v1/articles/" + id + "/diff?from=4")
                .then()
                .statusCode(406);
    }

    @Test
    void articlesAreRelatedWhicheverSaysSo() {
        String old = aPublishedArticle("The first report").getString("id");
        String hidden = aDraft("Not yet").getString("id");
        String update = create(related("An update", old, "updates", hidden, "background"))
                .extract()
                .path("id");
        published(update);
        String unseen = create(related("Unseen", old, "follows", update, "follows"))
                .extract()
                .path("id");
        anyone().get("/v1/articles/" + old + "/related")
                .then()
                .statusCode(200)
                .body("items.article.id", contains(update))
                .body("items[0].relations.from", contains(update))
                .body("items[0].relations.relation", contains("updates"))
                .body("items[0].relations.to", contains(old));
        anyone().get("/v1/articles/" + update + "/related").then().body("items.article.id", contains(old));
        as(Tokens.reporter())
                .get("/v1/articles/" + update + "/related")
                .then()
                .body("items.article.id", containsInAnyOrder(old, hidden, unseen));
        as(Tokens.reporter())
                .get("/v1/articles/" + old + "/related?limit=1")
                .then()
                .body("items", hasSize(1))
                .body("page.nextCursor", not(equalTo(null)));
        anyone().get("/v1/articles/" + hidden + "/related").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/revisions",
                "/revisions/4",
                "/diff?from=4",
                "/related",
                "/corrections",
                "?asOf=2026-01-01T00:00:00Z"
            })
    void whatIsGoneOrRemovedIsSoAsAWhole(String path) {
        String id = aPublishedArticle("Gone").getString("id");
        move(id, 4, Tokens.editor(), "{\"to\": \"withheld\", \"reason\": \"x\"}")
                .statusCode(200);
        anyone().get("/v1/articles/" + id + path).then().statusCode(410);
        move(id, 5, Tokens.admin(), "{\"to\": \"removed\", \"reason\": \"Order 7\"}")
                .statusCode(200);
        anyone().get("/v1/articles/" + id + path).then().statusCode(451);
        as(Tokens.admin()).get("/v1/articles/" + id + path).then().statusCode(451);
    }

    /** Published as revision 4, corrected as revision 5. */
    private static String corrected() {
        String id = aPublishedArticle("Past").getString("id");
        revise(id);
        return id;
    }

    private static void revise(String id) {
        sending(Tokens.editor(), 4, NEXT)
                .put("/v1/articles/" + id + "?changeType=correction&reason=Harder")
                .then()
                .statusCode(200)
                .body("sections.id", hasItems("s1", "s2"));
    }

    private static String related(String headline, String one, String relation, String other, String otherRelation) {
        return story(headline)
                .replaceFirst(
                        "\\{",
                        "{\"relatedArticles\": [{\"id\": \"%s\", \"relation\": \"%s\"}, {\"id\": \"%s\", \"relation\": \"%s\"}],"
                                .formatted(one, relation, other, otherRelation));
    }
}

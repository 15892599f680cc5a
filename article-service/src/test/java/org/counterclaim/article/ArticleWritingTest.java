package org.counterclaim.article;

import static org.counterclaim.article.Newsroom.aDraft;
import static org.counterclaim.article.Newsroom.aPublishedArticle;
import static org.counterclaim.article.Newsroom.create;
import static org.counterclaim.article.Newsroom.move;
import static org.counterclaim.article.Newsroom.story;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ArticleWritingTest {

    @Test
    void aDraftGetsIdsForAllThatIsPointedTo() {
        create("""
                        {"headline": "Café society: a story", "sections": [
                          {"role": "headline", "text": "Café society"}, {"id": "s7", "role": "paragraph", "text": "One."},
                          {"role": "paragraph", "text": "Two."}],
                         "sources": [{"label": "Source 1", "resolution": "unresolved"}]}""")
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", matchesPattern("/v1/articles/art_[0-9A-HJKMNP-TV-Z]{26}"))
                .body("editorialStatus", equalTo("draft"))
                .body("slug", equalTo("cafe-society-a-story"))
                .body("inLanguage", equalTo("und"))
                .body("datePublished.precision", equalTo("unknown"))
                .body("sections.id", contains("s8", "s7", "s9"))
                .body("sources.id", contains("src_1"));
    }

    @Test
    void plainTextBecomesAHeadlineParagraphsAndSources() {
        as(Tokens.reporter())
                .contentType("text/plain; charset=UTF-8")
                .header("Content-Language", "en")
                .body(
                        "Rain on Monday\n\nIt rained,\nand how.\n\nPeople got wet.\n\nRelated Sources:\n- The weather office")
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .body("headline", equalTo("Rain on Monday"))
                .body("inLanguage", equalTo("en"))
                .body("sections.role", contains("headline", "paragraph", "paragraph", "sources", "sources"))
                .body("sections[1].text", equalTo("It rained, and how."))
                .body("sources[0].label", equalTo("The weather office"))
                .body("sources[0].resolution", equalTo("unresolved"));
    }

    @Test
    void aTakenSlugIsAConflictAMadeOneGetsASuffix() {
        String first = aDraft("Twice the same").getString("slug");
        create(story("Twice the same")).statusCode(201).body("slug", startsWith(first + "-"));
        create("{\"headline\": \"Other\", \"slug\": \"" + first + "\"}")
                .statusCode(409)
                .body("errors.pointer", contains("/slug"));
    }

    @Test
    void aRevisionKeepsTheIdsOfWhatStays() {
        String id = create("""
                        {"headline": "Ids", "sections": [{"role": "paragraph", "text": "The first stays as it is."},
                         {"role": "paragraph", "text": "The second one of them all changes by one small word."}]}""").extract().path("id");
        sending(Tokens.reporter(), 1, """
                        {"headline": "Ids", "sections": [{"role": "paragraph", "text": "Wholly new."},
                         {"role": "paragraph", "text": "The first stays as it is."},
                         {"role": "paragraph", "text": "The second one of them all changes by one tiny word."}]}""")
                .put("/v1/articles/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("sections.id", contains("s3", "s1", "s2"));
        as(Tokens.reporter())
                .get("/v1/articles/" + id + "?revision=1")
                .then()
                .statusCode(200)
                .body("sections.id", contains("s1", "s2"));
    }

    @Test
    void aWriteNeedsTheCurrentTag() {
        String id = aDraft("Tags").getString("id");
        sending(Tokens.reporter(), story("x")).put("/v1/articles/" + id).then().statusCode(428);
        sending(Tokens.reporter(), 7, story("x"))
                .put("/v1/articles/" + id)
                .then()
                .statusCode(412)
                .header("ETag", "\"1\"");
        as(Tokens.reporter()).get("/v1/articles/" + id).then().body("revision", equalTo(1));
    }

    @Test
    void ofManyWritersWithOneTagOneWins() {
        String id = aDraft("Race").getString("id");
        List<CompletableFuture<Integer>> writers = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> sending(Tokens.reporter(), 1, story("Race " + i))
                        .put("/v1/articles/" + id)
                        .statusCode()))
                .toList();
        List<Integer> answers =
                writers.stream().map(CompletableFuture::join).sorted().toList();
        assertEquals(200, answers.get(0));
        assertEquals(List.of(412), answers.stream().skip(1).distinct().toList());
    }

    @Test
    void aStoryIsPublishedByFourEyesInSpiteOfItsFlags() {
        String id = aDraft("Four eyes").getString("id");
        move(id, 1, Tokens.reporter(), "{\"to\": \"published\"}")
                .statusCode(409)
                .body("allowed", contains("in_review", "removed"));
        move(id, 1, Tokens.reporter(), "{\"to\": \"in_review\"}")
                .statusCode(200)
                .body("revision", equalTo(2));
        move(id, 2, Tokens.reporter(), "{\"to\": \"approved\"}").statusCode(403);
        move(id, 2, Tokens.of("rita", "editor"), "{\"to\": \"approved\"}").statusCode(403);
        move(id, 2, Tokens.editor(), "{\"to\": \"approved\"}").statusCode(200);
        move(id, 3, Tokens.editor(), "{\"to\": \"published\"}")
                .statusCode(409)
                .body("errors.code", contains("missing_date_published"));
        move(
                        id,
                        3,
                        Tokens.editor(),
                        "{\"to\": \"published\", \"acknowledgeFlags\": [{\"flagId\": \"missing_date_published\", \"reason\": \"It has none.\"}]}")
                .statusCode(200)
                .body("editorialStatus", equalTo("published"));
        anyone().get("/v1/articles/" + id).then().statusCode(200);
    }

    @Test
    void whatIsPublishedIsChangedByAnEditorWithAReason() {
        String id = aPublishedArticle("Live").getString("id");
        sending(Tokens.reporter(), 4, story("Live"))
                .put("/v1/articles/" + id)
                .then()
                .statusCode(403);
        sending(Tokens.editor(), 4, story("Live"))
                .put("/v1/articles/" + id)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/changeType", "/reason"));
        sending(Tokens.editor(), 4, story("Live"))
                .put("/v1/articles/" + id + "?changeType=rewrite&reason=x")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/changeType"));
        sending(Tokens.editor(), 4, story("Live and mended"))
                .put("/v1/articles/" + id + "?changeType=correction&reason=A+typo")
                .then()
                .statusCode(200);
        anyone().get("/v1/articles/" + id).then().body("headline", equalTo("Live and mended"));
    }

    @Test
    void whatIsTakenBackSaysSo() {
        String id = aPublishedArticle("Taken back").getString("id");
        move(id, 4, Tokens.editor(), "{\"to\": \"withheld\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
        move(id, 4, Tokens.editor(), "{\"to\": \"withheld\", \"reason\": \"Checking.\"}")
                .statusCode(200);
        anyone().get("/v1/articles/" + id).then().statusCode(410);
        move(id, 5, Tokens.editor(), "{\"to\": \"published\", \"reason\": \"Checked.\"}")
                .statusCode(200);
        move(id, 6, Tokens.editor(), "{\"to\": \"retracted\", \"reason\": \"It was not so.\"}")
                .statusCode(200);
        anyone().get("/v1/articles/" + id).then().statusCode(200).body("notice", equalTo("It was not so."));
        move(id, 7, Tokens.editor(), "{\"to\": \"published\", \"reason\": \"x\"}")
                .statusCode(409);
    }

    @Test
    void aLegalOrderRedactsEveryRevision() {
        String id = aPublishedArticle("A secret name").getString("id");
        move(id, 4, Tokens.editor(), "{\"to\": \"removed\", \"reason\": \"Order 7\"}")
                .statusCode(403);
        move(id, 4, Tokens.admin(), "{\"to\": \"removed\", \"reason\": \"Order 7\"}")
                .statusCode(200)
                .body("headline", equalTo("[removed]"))
                .body("sections", hasSize(0));
        anyone().get("/v1/articles/" + id).then().statusCode(451);
        as(Tokens.admin()).get("/v1/articles/" + id + "?revision=1").then().statusCode(451);
        anyone().get("/v1/articles/by-slug/a-secret-name").then().statusCode(404);
    }
}

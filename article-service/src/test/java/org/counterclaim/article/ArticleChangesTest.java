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
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.bson.Document;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ArticleChangesTest {

    @Inject
    MongoClient mongo;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    @Test
    void aReaderHearsOfWhatEntersChangesAndLeaves() {
        String reader = head(anyone());
        String service = head(as(Tokens.service()));
        String id = aPublishedArticle("Heard of").getString("id");
        move(id, 4, Tokens.editor(), "{\"to\": \"withheld\", \"reason\": \"x\"}")
                .statusCode(200);
        move(id, 5, Tokens.editor(), "{\"to\": \"published\", \"reason\": \"x\"}")
                .statusCode(200);
        move(id, 6, Tokens.editor(), "{\"to\": \"retracted\", \"reason\": \"x\"}")
                .statusCode(200);
        assertEquals(List.of("entered 4", "left 5", "entered 6", "changed 7"), heard(() -> anyone(), reader, id, 4));
        assertEquals(
                List.of("entered 1", "changed 2", "changed 3", "changed 4", "changed 5", "changed 6", "changed 7"),
                heard(() -> as(Tokens.service()), service, id, 7));
    }

    @Test
    void aReaderDoesNotHearOfDrafts() {
        String reader = head(anyone());
        String service = head(as(Tokens.service()));
        String hidden = aDraft("Unheard of").getString("id");
        String shown = aPublishedArticle("After the unheard of").getString("id");
        assertEquals(List.of("entered 4"), heard(() -> anyone(), reader, shown, 1));
        anyone().get("/v1/articles/changes?cursor=" + reader)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("items.id", hasItem(shown))
                .body("items.id", not(hasItem(hidden)))
                .body("items.articleIds.flatten()", hasItem(shown))
                .body("page.nextCursor", notNullValue());
        assertEquals(List.of("entered 1"), heard(() -> as(Tokens.service()), service, hidden, 1));
    }

    @Test
    void whoWaitsIsAnsweredWhenThereIsNews() {
        String cursor = head(as(Tokens.service()));
        CompletableFuture<JsonPath> waiting = CompletableFuture.supplyAsync(() -> as(Tokens.service())
                .get("/v1/articles/changes?waitMs=8000&cursor=" + cursor)
                .jsonPath());
        String id = aDraft("News").getString("id");
        assertEquals(List.of(id), waiting.join().getList("items.id"));
        anyone().get("/v1/articles/changes?waitMs=50&cursor=" + head(anyone()))
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("page.nextCursor", notNullValue());
    }

    @Test
    void whoMayMissSomethingIsToldSo() {
        String cursor = head(anyone());
        mongo.getDatabase(database)
                .getCollection("counters")
                .updateOne(Filters.eq("_id", "seq"), Updates.inc("value", 1L));
        String id = aPublishedArticle("After a number that nobody used").getString("id");
        String waiting = "/v1/articles/changes?waitMs=8000&cursor=" + cursor;
        anyone().get(waiting).then().body("behind", equalTo(true)).body("items", empty());
        await().until(() -> anyone().get(waiting).jsonPath().getList("items.id").contains(id));
        anyone().get(waiting).then().body("behind", equalTo(false));
    }

    @Test
    void aWaitOfLessThanTheTimersTickIsOver() {
        String cursor = head(anyone());
        for (int i = 0; i < 20; i++) {
            anyone().get("/v1/articles/changes?waitMs=1&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .body("page.nextCursor", notNullValue());
        }
    }

    @Test
    void anEmbargoEndsAndAnExpiryComesAsARevision() {
        String reader = head(anyone());
        String id =
                create(timed(Instant.now().plusSeconds(3600), null)).extract().path("id");
        published(id);
        // the moments are set once nothing but their coming is left to do
        Instant end = Instant.now().plusMillis(600);
        sending(Tokens.editor(), 4, timed(end, end.plusMillis(400)))
                .put("/v1/articles/" + id + "?changeType=update&reason=Sooner")
                .then()
                .statusCode(200);
        assertEquals(List.of("entered 6", "left 7"), heard(() -> anyone(), reader, id, 2));
        as(Tokens.reporter()).get("/v1/articles/" + id).then().body("revision", equalTo(7));
        anyone().get("/v1/articles/" + id).then().statusCode(410);
    }

    @Test
    void aDocumentOfAnOlderSchemaIsLifted() {
        String id = aPublishedArticle("Of old").getString("id");
        var articles = mongo.getDatabase(database).getCollection("articles");
        articles.updateOne(
                Filters.eq("_id", id),
                Updates.combine(
                        Updates.set("schemaVersion", 1),
                        Updates.set("content.expires", Instant.now().plusSeconds(600)),
                        Updates.unset("nextMoment")));
        anyone().get("/v1/articles/" + id).then().statusCode(200).header("ETag", "\"4\"");
        move(id, 4, Tokens.editor(), "{\"to\": \"withheld\", \"reason\": \"x\"}")
                .statusCode(200);
        move(id, 5, Tokens.editor(), "{\"to\": \"published\", \"reason\": \"x\"}")
                .statusCode(200);
        Document stored = articles.find(Filters.eq("_id", id)).first();
        assertEquals(3, stored.getInteger("schemaVersion"));
        assertEquals(stored.get("content", Document.class).getDate("expires"), stored.getDate("nextMoment"));
    }

    @ParameterizedTest
    @CsvSource({"waitMs=8001, waitMs", "waitMs=x, waitMs", "limit=0, limit", "cursor=x, cursor", "from=1, from"})
    void aWrongParameterIsNamed(String query, String name) {
        anyone().get("/v1/articles/changes?" + query)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/" + name));
    }

    private static String timed(Instant embargoedUntil, Instant expires) {
        String expiry = expires == null ? "" : "\"expires\": \"" + expires + "\",";
        return story("A moment").replaceFirst("\\{", "{\"embargoedUntil\": \"" + embargoedUntil + "\"," + expiry);
    }

    private static String head(RequestSpecification caller) {
        return caller.get("/v1/articles/changes?cursor=head")
                .then()
                .statusCode(200)
                .extract()
                .path("page.nextCursor");
    }

    /** What a follower hears of one article, page by page, until there is as much as that. */
    private static List<String> heard(Supplier<RequestSpecification> caller, String cursor, String id, int much) {
        List<String> heard = new ArrayList<>();
        String from = cursor;
        for (int page = 0; page < 20 && heard.size() < much; page++) {
            JsonPath changes = caller.get()
                    .get("/v1/articles/changes?limit=2&waitMs=2000&cursor=" + from)
                    .jsonPath();
            List<String> ids = changes.getList("items.id");
            for (int i = 0; i < ids.size(); i++) {
                if (ids.get(i).equals(id)) {
                    heard.add(changes.getString("items[" + i + "].change") + " "
                            + changes.getInt("items[" + i + "].revision"));
                }
            }
            from = changes.getString("page.nextCursor");
        }
        return heard;
    }
}

package org.counterclaim.e2e;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import org.counterclaim.local.Service;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the gateway holds ready is what both services have told, and nothing withdrawn is shown again. */
@OnRunningSystem
class ReadyIT {

    private static final int CHANGES = 5;
    private static final int READS = 20;
    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private static RunningSystem system;
    private static Story story;
    private static String path;

    @BeforeAll
    static void aStory(RunningSystem running) {
        system = running;
        story = Story.publishedIn(system);
        path = "/v1/stories/" + story.article();
    }

    @Test
    void eachChangeIsSeenAndNothingOlderAfterIt() {
        for (int change = 1; change <= CHANGES; change++) {
            String headline = "Weather, edition " + change;
            rename(headline);
            await().pollInterval(Duration.ofMillis(5)).until(() -> headline.equals(read().path("article.headline")));
            for (int i = 0; i < READS; i++) {
                assertEquals(headline, read().path("article.headline"));
            }
            // Claim-service has its own part follow, and tells so.
            await().until(() -> read().path("article.revision").equals(read().<Integer>path("claims.articleRevision")));
        }
    }

    /** The feed stops at a number that was taken and not used, until it is sealed; readers do not. */
    @Test
    void aChangeThatItsServiceCannotTellYetIsSeenAllTheSame() {
        String uri = system.system().environment(Service.ARTICLE).get("MONGODB_URI");
        try (MongoClient client = MongoClients.create(uri)) {
            MongoDatabase store = client.getDatabase("articles");
            long dead = store.getCollection("counters")
                    .findOneAndUpdate(Filters.eq("_id", "seq"), Updates.inc("value", 1L), AFTER)
                    .get("value", Number.class)
                    .longValue();
            read();
            rename("Told later");
            await().pollInterval(Duration.ofMillis(5))
                    .until(() -> "Told later".equals(read().path("article.headline")));
            assertNull(store.getCollection("revisions")
                    .find(Filters.eq("seq", dead))
                    .first());
        }
    }

    private static Response read() {
        return system.anyone().get(path).then().statusCode(200).extract().response();
    }

    @Test
    void whatIsWithheldIsNotShownAgain() {
        move("withheld");
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> system.anyone().get(path).statusCode() != 200);
        for (int i = 0; i < READS; i++) {
            system.anyone().get(path).then().statusCode(oneOf(404, 410));
        }
        move("published");
        await().until(() -> system.anyone().get(path).statusCode() == 200);
    }

    private static void rename(String headline) {
        system.as("editor")
                .header("If-Match", tag())
                .contentType("application/merge-patch+json")
                .body("{\"headline\": \"" + headline + "\"}")
                .patch("/v1/articles/" + story.article() + "?changeType=minor_edit&reason=News")
                .then()
                .statusCode(200);
    }

    private static void move(String to) {
        system.as("editor")
                .header("If-Match", tag())
                .contentType(ContentType.JSON)
                .body("{\"to\": \"" + to + "\", \"reason\": \"Tried.\"}")
                .post("/v1/articles/" + story.article() + "/transitions")
                .then()
                .statusCode(200);
    }

    private static String tag() {
        return system.as("editor").get("/v1/articles/" + story.article()).header("ETag");
    }
}

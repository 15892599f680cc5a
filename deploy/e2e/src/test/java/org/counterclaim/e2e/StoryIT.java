package org.counterclaim.e2e;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterclaim.local.ExampleLoader;
import org.counterclaim.local.LocalSystem;
import org.counterclaim.local.Newsroom;
import org.counterclaim.local.Progress;
import org.counterclaim.local.Service;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The example, read and written at the gateway's address, over the packaged services. */
@OnRunningSystem
class StoryIT {

    private static LocalSystem system;
    private static Newsroom newsroom;
    private static String id;

    /** The story as it was loaded: one of the tests changes it. */
    private static JsonPath loaded;

    @BeforeAll
    static void loadTheExample(RunningSystem given) {
        system = given.system();
        newsroom = system.newsroom();
        id = new ExampleLoader(
                        newsroom, given.data(), new Progress(new PrintStream(OutputStream.nullOutputStream()), false))
                .load();
        loaded = awaitWhole();
    }

    @Test
    void theExampleComesOutAsTheRulesSay() {
        assertEquals(13, loaded.getList("article.sections").size());
        assertEquals(2, loaded.getList("article.sources").size());
        assertEquals(12, loaded.getList("claims.parties").size());
        assertEquals(22, loaded.getList("claims.items").size());
        assertEquals(36, loaded.getList("claims.items.positions.flatten()").size());
        assertEquals("tentatively_agreed", loaded.getString("claims.digest.agreed[0].disputeStatus"));
        assertEquals(
                Map.of(
                        "tentatively_agreed", 1L,
                        "disputed", 2L,
                        "partially_disputed", 3L,
                        "one_sided", 9L,
                        "unattributed", 5L,
                        "not_alleged", 1L,
                        "unknown", 1L),
                loaded.<String>getList("claims.items.disputeStatus.value").stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
    }

    @Test
    void theDigestPutsEachClaimIntoOneBucket() {
        Map<String, List<Object>> digest = loaded.getMap("claims.digest");
        assertEquals(
                Map.of(
                        "agreed", 1,
                        "disputed", 5,
                        "one_sided", 9,
                        "unattributed", 5,
                        "not_alleged", 1,
                        "unknown", 1,
                        "withdrawn", 0),
                digest.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, bucket -> bucket.getValue().size())));
    }

    @Test
    void eachQuotationStandsAtItsOffsets() {
        List<String> quotes = loaded.getList("claims.items.appearances.flatten().selector.quote.exact");
        List<Integer> starts = loaded.getList("claims.items.appearances.flatten().selector.position.start");
        List<Integer> ends = loaded.getList("claims.items.appearances.flatten().selector.position.end");
        List<String> sections = loaded.getList("claims.items.appearances.flatten().sectionId");
        assertTrue(quotes.size() >= 22);
        for (int i = 0; i < quotes.size(); i++) {
            int[] text = loaded.getString("article.sections.find { it.id == '" + sections.get(i) + "' }.text")
                    .codePoints()
                    .toArray();
            assertEquals(quotes.get(i), new String(text, starts.get(i), ends.get(i) - starts.get(i)));
        }
    }

    @Test
    void aReaderWhoHasTheStoryGetsNoneAgain() {
        String tag = anyone().get("/v1/stories/" + id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        assertTrue(tag.startsWith("W/\""), tag);
        anyone().header("If-None-Match", tag)
                .get("/v1/stories/" + id)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .body(emptyString());
    }

    @Test
    void aWriterWhoHasNotSeenTheLastRevisionIsToldWhichItIs() {
        as(newsroom.editor())
                .header("If-Match", "\"1\"")
                .contentType(ContentType.JSON)
                .body("{\"to\": \"withheld\", \"reason\": \"Too late.\"}")
                .post("/v1/articles/" + id + "/transitions")
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .header("ETag", equalTo("\"" + loaded.getInt("article.revision") + "\""));
    }

    @Test
    void pagesLeadThroughTheWholeList() {
        List<String> claims = pages("/v1/claims?limit=5");
        assertTrue(claims.size() >= 22);
        assertEquals(claims.size(), claims.stream().distinct().count());
        for (int i = 0; i < 3; i++) {
            draft("A draft to turn pages for");
        }
        // others have written a great deal meanwhile
        List<String> articles = pages("/v1/articles?limit=30");
        assertEquals(articles.size(), articles.stream().distinct().count());
        assertEquals(pages("/v1/articles?limit=200"), articles);
        assertTrue(articles.size() >= 4 && articles.contains(id));
    }

    @Test
    void aDenialMovesTheStatusInTheStory() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String claim = ofTheCapture("id", loaded);
        String moscow = loaded.getString("claims.parties.find { it.name == 'Government of Russia' }.id");
        Response known = as(newsroom.editor()).get("/v1/claims/" + claim);
        as(newsroom.editor())
                .header("If-Match", known.header("ETag"))
                .contentType(ContentType.JSON)
                .body("{\"party\": \"" + moscow + "\", \"stance\": \"denies\", \"aspect\": \"whole\"}")
                .queryParam("changeType", "update")
                .queryParam("reason", "An answer came.")
                .post("/v1/claims/" + claim + "/positions")
                .then()
                .statusCode(201)
                .header("ETag", not(equalTo(known.header("ETag"))));
        String now = newsroom.story(id).orElseThrow().toString();
        assertEquals("disputed", ofTheCapture("disputeStatus.value", JsonPath.from(now)));
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertEquals("disputed", ofTheCapture("disputeStatus.value", awaitWhole())));
        assertEquals(6, awaitWhole().getList("claims.digest.disputed").size());
        whatBecameOfItIsTold(claim, before);
    }

    private static void whatBecameOfItIsTold(String claim, Instant before) {
        anyone().get("/v1/stories/" + id + "/diff?since=" + before)
                .then()
                .statusCode(200)
                .body("article.sections.size()", equalTo(0))
                .body("claims.added.size()", equalTo(0))
                .body("claims.changed.claimId", hasItem(claim))
                .body("claims.changed.find { it.claimId == '" + claim + "' }.moves[0].to.value", equalTo("disputed"));
        anyone().get("/v1/stories/" + id + "/timeline")
                .then()
                .statusCode(200)
                .body("items[0].claim.claimId", equalTo(claim))
                .body("items[0].claim.move.brought.size()", equalTo(1))
                .body("items.kind", hasItem("article"));
    }

    @Test
    void eachViewShowsTheSameStory() {
        String claim = loaded.getString("claims.items[0].id");
        anyone().get("/v1/stories?disputed=true&limit=5").then().statusCode(200).body("items.id", hasItem(id));
        anyone().get("/v1/claims/" + claim + "/stories").then().statusCode(200).body("items.id", hasItem(id));
        anyone().get("/v1/stories/" + id + "/digest").then().statusCode(200).body("digest.agreed.size()", equalTo(1));
        anyone().get("/v1/stories/" + id + "/positions").then().statusCode(200).body("items.size()", equalTo(22));
        anyone().get("/v1/stories/" + id + "?include=positions,evidence,sources,related")
                .then()
                .statusCode(200)
                .body("positions.items.size()", equalTo(22))
                .body("sources.size()", equalTo(2))
                .body("completeness.complete", equalTo(true));
        anyone().accept("application/ld+json")
                .get("/v1/stories/" + id)
                .then()
                .statusCode(200)
                .body("'@type'", equalTo("NewsArticle"))
                .body("mentions.size()", equalTo(22));
        anyone().accept("text/plain")
                .get("/v1/stories/" + id)
                .then()
                .statusCode(200)
                .body(containsString("At least 155 Chinese nationals are fighting for Russia."));
    }

    @Test
    void nobodyButTheNewsroomSeesADraft() {
        String draft = draft("Nobody knows of this yet");
        anyone().get("/v1/articles/" + draft).then().statusCode(404);
        anyone().get("/v1/stories/" + draft).then().statusCode(404);
        anyone().get("/v1/articles?limit=200").then().statusCode(200).body("items.id", not(hasItem(draft)));
        anyone().get("/v1/stories?limit=200").then().statusCode(200).body("items.id", not(hasItem(draft)));
        as(newsroom.reporter()).get("/v1/articles/" + draft).then().statusCode(200);
    }

    @Test
    void withoutTheClaimServiceAStoryIsReadInPartAndThenWholeAgain() throws InterruptedException {
        String unread = published("Nobody has read this before");
        system.kill(Service.CLAIM);
        anyone().get("/v1/stories/" + unread)
                .then()
                .statusCode(200)
                .header("ETag", equalTo(null))
                .header("Cache-Control", equalTo("no-store"))
                .body("article.headline", equalTo("Nobody has read this before"))
                .body("$", not(hasKey("claims")))
                .body("completeness.complete", equalTo(false))
                .body("completeness.missing.part", hasItem("claims"));
        system.restart(Service.CLAIM);
        assertEquals(22, awaitWhole().getList("claims.items").size());
    }

    private static JsonPath awaitWhole() {
        return await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> anyone().get("/v1/stories/" + id).jsonPath(),
                        story -> story.getBoolean("completeness.complete") && story.get("claims") != null);
    }

    /** A member of the claim that one side alone has made so far. */
    private static String ofTheCapture(String member, JsonPath story) {
        return story.getString("claims.items.find { it.shortText == 'Two Chinese prisoners captured' }." + member);
    }

    private static List<String> pages(String path) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification reader = as(newsroom.editor());
            JsonPath page = (cursor == null ? reader : reader.queryParam("cursor", cursor))
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("items.id"));
            cursor = page.getString("page.nextCursor");
        } while (cursor != null);
        return ids;
    }

    private static String draft(String headline) {
        return Drafts.make(as(newsroom.reporter()), headline);
    }

    private static String published(String headline) {
        String draft = draft(headline);
        move(draft, 1, newsroom.reporter(), "{\"to\": \"in_review\"}");
        move(draft, 2, newsroom.editor(), "{\"to\": \"approved\"}");
        move(draft, 3, newsroom.editor(), """
                {"to": "published", "acknowledgeFlags": [{"flagId": "missing_date_published", "reason": "A test."}]}""");
        return draft;
    }

    private static void move(String article, int revision, String token, String move) {
        as(token)
                .header("If-Match", "\"" + revision + "\"")
                .contentType(ContentType.JSON)
                .body(move)
                .post("/v1/articles/" + article + "/transitions")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification anyone() {
        return given().baseUri(system.ports().address(Service.GATEWAY).toString());
    }

    private static RequestSpecification as(String token) {
        return anyone().auth().oauth2(token);
    }
}

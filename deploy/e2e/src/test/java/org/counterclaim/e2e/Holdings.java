package org.counterclaim.e2e;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Projections;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.counterclaim.local.EmbeddedMongo;
import org.counterclaim.local.LocalIssuer;

/** Everything that a running system holds, as its readers and its own services are answered. */
final class Holdings {

    private static final Duration SHIFT = Duration.ofHours(1);

    private final URI gateway;
    private final LocalIssuer issuer;
    private final Map<String, String> tokens = new HashMap<>();

    Holdings(URI gateway, LocalIssuer issuer) {
        this.gateway = gateway;
        this.issuer = issuer;
    }

    /** Everything that a record can say: another revision, something removed by law. */
    void revise(String story) {
        move("/v1/articles/" + story, "editor", "{\"to\": \"withheld\", \"reason\": \"For a moment.\"}");
        move("/v1/articles/" + story, "editor", "{\"to\": \"published\", \"reason\": \"Again.\"}");
        String removed = write("An article that the law forbids");
        move("/v1/articles/" + removed, "reporter", "{\"to\": \"in_review\"}");
        move("/v1/articles/" + removed, "admin", "{\"to\": \"removed\", \"reason\": \"Order 1\"}");
        List<String> claims = ids("/v1/claims");
        move("/v1/claims/" + claims.get(0), "admin", "{\"to\": \"removed\", \"reason\": \"Order 2\"}");
        String party = ids("/v1/parties").get(0);
        as("editor")
                .header("If-Match", tag("/v1/claims/" + claims.get(1)))
                .contentType(ContentType.JSON)
                .body("{\"party\": \"" + party + "\", \"stance\": \"denies\", \"aspect\": \"whole\"}")
                .post("/v1/claims/" + claims.get(1) + "/positions?changeType=update&reason=News")
                .then()
                .statusCode(201);
        as("editor")
                .header("If-Match", tag("/v1/claims/" + claims.get(1)))
                .contentType(ContentType.JSON)
                .body(
                        "{\"url\": \"https://fact.example/1\", \"author\": {\"name\": \"Fact\"}, \"reviewRating\": {\"alternateName\": \"False\"}}")
                .post("/v1/claims/" + claims.get(1) + "/reviews?changeType=update&reason=Found")
                .then()
                .statusCode(201);
    }

    /** What stands in the collections that a backup is of, by their names. */
    static Map<String, Set<BsonDocument>> stored(EmbeddedMongo store) {
        Map<String, Set<BsonDocument>> stored = new LinkedHashMap<>();
        try (MongoClient client = MongoClients.create(store.uri())) {
            for (String name : List.of(
                    "articles.revisions",
                    "articles.articles",
                    "claims.revisions",
                    "claims.claims",
                    "claims.parties",
                    "claims.evidence",
                    "claims.ratingScales")) {
                MongoNamespace collection = new MongoNamespace(name);
                stored.put(
                        name,
                        client.getDatabase(collection.getDatabaseName())
                                .getCollection(collection.getCollectionName(), BsonDocument.class)
                                .find()
                                // which no record has: the services make it anew
                                .projection(Projections.exclude("findBy"))
                                .into(new HashSet<>()));
            }
        }
        return stored;
    }

    /** By path: status, tag and body of everything that there is, in all its revisions, and both feeds. */
    Map<String, String> answers(String story) {
        awaitFollowed(story);
        Map<String, String> answers = new LinkedHashMap<>(Map.of("story", story));
        keep(answers, "/v1/articles?q=dossiers");
        for (String kind : List.of("articles", "claims", "parties", "evidence", "rating-scales")) {
            keep(answers, "/v1/" + kind + "?limit=200");
            for (String id : ids("/v1/" + kind)) {
                keep(answers, "/v1/" + kind + "/" + id);
            }
        }
        for (String feed : List.of("/v1/articles/changes", "/v1/claims/changes")) {
            List<Map<String, Object>> items = feed(feed);
            items.forEach(item -> answers.put(feed + " " + item.get("seq"), item.toString()));
            items.stream()
                    .filter(item -> item.get("type").equals("article")
                            || item.get("type").equals("claim"))
                    .forEach(item -> keepRevisions(answers, "/v1/" + item.get("type") + "s/" + item.get("id")));
        }
        Response whole = given().get(gateway + "/v1/stories/" + story);
        answers.put("/v1/stories/" + story, whole.header("ETag") + whole.asString());
        return answers;
    }

    private void keepRevisions(Map<String, String> answers, String path) {
        for (int revision = 1; revision <= 7 && !answers.containsKey(path + "?revision=7"); revision++) {
            keep(answers, path + "?revision=" + revision);
        }
    }

    private void keep(Map<String, String> answers, String path) {
        Response answer = as("editor").get(path);
        boolean problem = answer.statusCode() >= 400;
        // a problem names the request, which is another one each time
        answers.put(path, answer.statusCode() + " " + answer.header("ETag") + (problem ? "" : answer.asString()));
        assertTrue(answer.statusCode() < 500, path);
    }

    /** The claim service has heard of the last revision of the story, and said so. */
    private void awaitFollowed(String story) {
        int revision = as("editor").get("/v1/articles/" + story).jsonPath().getInt("revision");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> feed("/v1/claims/changes").stream()
                        .filter(item -> item.get("type").equals("story")
                                && item.get("id").equals(story))
                        .anyMatch(item -> item.get("revision").equals(revision)));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        given().get(gateway + "/v1/stories/" + story).jsonPath().getBoolean("completeness.complete"));
    }

    /** A feed from its beginning to where nothing follows yet. */
    private List<Map<String, Object>> feed(String path) {
        List<Map<String, Object>> items = new ArrayList<>();
        String cursor = "";
        List<Map<String, Object>> next;
        do {
            JsonPath page = as("service")
                    .urlEncodingEnabled(false)
                    .get(path + "?limit=200" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            next = page.getList("items");
            items.addAll(next);
            cursor = "&cursor=" + URLEncoder.encode(page.getString("page.nextCursor"), StandardCharsets.UTF_8);
        } while (!next.isEmpty());
        return items;
    }

    /** The last number in the feed of articles. */
    long lastNumber() {
        List<Long> numbers = numbers();
        return numbers.get(numbers.size() - 1);
    }

    /** All numbers in the feed of articles. */
    List<Long> numbers() {
        return feed("/v1/articles/changes").stream()
                .map(item -> ((Number) item.get("seq")).longValue())
                .toList();
    }

    /** Makes a draft. */
    String write(String headline) {
        return Drafts.make(as("reporter"), headline);
    }

    /** Takes something to another state. */
    void move(String path, String role, String move) {
        as(role).header("If-Match", tag(path))
                .contentType(ContentType.JSON)
                .body(move)
                .post(path + "/transitions")
                .then()
                .body("title", equalTo(null))
                .statusCode(200);
    }

    private String tag(String path) {
        return as("editor").get(path).header("ETag");
    }

    private List<String> ids(String path) {
        return as("editor").get(path + "?limit=200").jsonPath().getList("items.id");
    }

    private RequestSpecification as(String role) {
        return given().baseUri(gateway.toString())
                .auth()
                .oauth2(tokens.computeIfAbsent(role, each -> issuer.token("e2e-" + each, Set.of(each), SHIFT)));
    }
}

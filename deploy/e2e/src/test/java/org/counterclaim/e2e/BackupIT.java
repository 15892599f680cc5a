package org.counterclaim.e2e;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Projections;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.counterclaim.local.DataFolder;
import org.counterclaim.local.EmbeddedMongo;
import org.counterclaim.local.ExampleLoader;
import org.counterclaim.local.LocalSystem;
import org.counterclaim.local.Ports;
import org.counterclaim.local.Progress;
import org.counterclaim.local.Service;
import org.counterclaim.local.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is backed up while the services run, and restored elsewhere, is answered there as it was here. */
@OnProcessesOfItsOwn
class BackupIT {

    private static final Path ROOT = Path.of(System.getProperty("root.dir"));
    private static final Duration SHIFT = Duration.ofHours(1);

    @TempDir
    Path temp;

    private LocalSystem system;
    private DataFolder data;

    @Test
    void whatIsRestoredIsAnsweredAsItWas() throws Exception {
        Map<String, String> before;
        Map<String, Set<BsonDocument>> stored;
        long lastNumber;
        String draft;
        try (EmbeddedMongo store = EmbeddedMongo.at(temp.resolve("source.mv"));
                DataFolder source = DataFolder.open(temp.resolve("source"))) {
            // What a service does in the background is over with it, so that nothing changes between the two readings.
            try (LocalSystem running = start(source, Stores.with(store.uri()))) {
                String story = load(source);
                revise(story);
                draft = write("A draft that stays");
                before = answers(story);
                lastNumber = lastNumber();
            }
            stored = stored(store);
            run(
                    "Backup",
                    Map.of("MONGODB_URI", store.uri()),
                    temp.resolve("backup").toString());
        }
        run(
                "Restore",
                Map.of(),
                "--data",
                temp.resolve("target").toString(),
                temp.resolve("backup").toString());
        try (EmbeddedMongo restored = EmbeddedMongo.at(temp.resolve("target/store.mv"))) {
            assertEquals(stored, stored(restored));
        }
        try (DataFolder target = DataFolder.open(temp.resolve("target"));
                LocalSystem running = start(target, Stores.embedded())) {
            Map<String, String> after = answers(before.get("story"));
            before.forEach((path, answer) -> assertEquals(answer, after.get(path), path));
            assertEquals(before.keySet(), after.keySet());
            assertGoesOn(draft, lastNumber);
        }
    }

    private void assertGoesOn(String draft, long lastNumber) {
        move("/v1/articles/" + draft, "reporter", "{\"to\": \"in_review\"}");
        write("Written after the restore");
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertEquals(
                        List.of(lastNumber + 1, lastNumber + 2),
                        feed("/v1/articles/changes").getList("items.seq", Long.class).stream()
                                .filter(seq -> seq > lastNumber)
                                .toList()));
    }

    private LocalSystem start(DataFolder folder, Stores stores) {
        data = folder;
        // readers who would wait for the first answer are not here
        system = new LocalSystem(ROOT, folder, Ports.free(), stores).with("COUNTERCLAIM_WARM_UP", "0s");
        system.start();
        return system;
    }

    private String load(DataFolder folder) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new ExampleLoader(system.newsroom(), folder, new Progress(nowhere, false)).load();
    }

    /** Everything that a record can say: another revision, something removed by law. */
    private void revise(String story) {
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
    private static Map<String, Set<BsonDocument>> stored(EmbeddedMongo store) {
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
    private Map<String, String> answers(String story) {
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
            List<Map<String, Object>> items = feed(feed).getList("items");
            items.forEach(item -> answers.put(feed + " " + item.get("seq"), item.toString()));
            items.stream()
                    .filter(item -> item.get("type").equals("article")
                            || item.get("type").equals("claim"))
                    .forEach(item -> keepRevisions(answers, "/v1/" + item.get("type") + "s/" + item.get("id")));
        }
        Response whole = given().get(system.ports().address(Service.GATEWAY) + "/v1/stories/" + story);
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
                .until(() -> feed("/v1/claims/changes")
                        .getList(
                                "items.findAll { it.type == 'story' && it.id == '" + story + "' }.revision",
                                Integer.class)
                        .contains(revision));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> given().get(system.ports().address(Service.GATEWAY) + "/v1/stories/" + story)
                        .jsonPath()
                        .getBoolean("completeness.complete"));
    }

    private JsonPath feed(String path) {
        return as("service")
                .get(path + "?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private long lastNumber() {
        List<Long> numbers = feed("/v1/articles/changes").getList("items.seq", Long.class);
        return numbers.get(numbers.size() - 1);
    }

    private String write(String headline) {
        return as("reporter")
                .contentType("text/plain; charset=utf-8")
                .body(headline + "\n\nA paragraph.")
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void move(String path, String role, String move) {
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
        return given().baseUri(system.ports().address(Service.GATEWAY).toString())
                .auth()
                .oauth2(data.issuer().token("e2e-" + role, Set.of(role), SHIFT));
    }

    /** One of the commands, as its script starts it once everything is built, in less memory than the script gives it. */
    private void run(String command, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path target = ROOT.resolve("deploy/local/target");
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                target.resolve("classes") + ":" + target.resolve("lib") + "/*",
                "org.counterclaim.local." + command));
        words.addAll(List.of(arguments));
        Path said = temp.resolve(command);
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().remove("MONGODB_URI");
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), command);
        assertEquals(0, process.exitValue(), Files.readString(said));
    }
}

package org.counterclaim.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.counterclaim.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one service exports is imported into another one, which is empty, and comes out of that as it came in. */
@OnRunningSystem
class ExportIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NDJSON = "application/x-ndjson";
    private static final String LD_JSON = "application/ld+json";

    /** What a claim does not bring along: it begins again as a draft. */
    private static final List<String> OF_THE_SERVICE =
            List.of("revision", "editorialStatus", "notice", "createdAt", "updatedAt", "flags");

    private final RunningSystem system;
    private final String word = UUID.randomUUID().toString();
    private Replica empty;

    ExportIT(RunningSystem system) {
        this.system = system;
    }

    @BeforeEach
    void startAnEmptyService(@TempDir Path logs) {
        Map<String, String> environment = new HashMap<>(system.system().environment(Service.CLAIM));
        environment.put("QUARKUS_MONGODB_DATABASE", "claims-" + word);
        empty = new Replica(Service.CLAIM.module(), environment, logs.resolve("empty.log"));
        empty.start();
        fill();
    }

    @AfterEach
    void stopIt() throws InterruptedException {
        empty.close();
    }

    @Test
    void linesBringEverythingBack() {
        String lines = exported(system.as("editor"), "ndjson");
        bring("?format=ndjson", NDJSON, lines);
        assertEquals(byId(lines, ExportIT::brought), byId(exported(atTheEmpty(), "ndjson"), ExportIT::brought));
    }

    @Test
    void theFeedBringsBackWhatItHasWordsFor() {
        bring("", LD_JSON, exported(system.as("editor"), "claimreview"));
        Map<String, JsonNode> before = byId(exported(system.as("editor"), "ndjson"), this::inTheFeed);
        Map<String, JsonNode> after = byId(exported(atTheEmpty(), "ndjson"), this::inTheFeed);
        assertEquals(2, after.size());
        assertEquals(before, after);
    }

    /** A claim with all that a claim can have, and one that it refines. */
    private void fill() {
        Story story = Story.publishedIn(system);
        String author = create("/v1/parties", "{\"type\": \"Organization\", \"name\": \"Harbour\", \"side\": \"H\"}");
        String item = create(
                "/v1/evidence",
                "{\"kind\": \"document\", \"name\": \"Log\", \"access\": \"public\", \"heldBy\": \"%s\"}"
                        .formatted(story.party()));
        String other = create(
                "/v1/claims?allowDuplicate=true",
                "{\"text\": \"A ferry ran, %s.\", \"shortText\": \"Ran\"}".formatted(word));
        String claim =
                create("/v1/claims?allowDuplicate=true", """
            {"text": "The ferry brought 47 people, %s.", "shortText": "47 people", "inLanguage": "en-GB", "author": "%s",
             "claimType": ["numerical"], "about": ["ferries"], "checkWorthiness": "high",
             "attribution": {"kind": "attributed", "sourceType": "official"}, "hedge": {"level": "suggested", "cues": ["may"]},
             "quantities": [{"value": 47, "comparator": "at_least", "unitText": "people"}],
             "claimDate": {"value": "2026-11", "precision": "month", "basis": "Said so."},
             "appearances": [{"url": "https://post.example/1"}],
             "positions": [{"party": "%s", "stance": "affirms", "evidence": ["%s"], "note": "Twice."},
                           {"party": "%s", "stance": "denies", "aspect": "scale"}]}
            """.formatted(word, author, author, item, story.party()));
        String denial = system.as("reporter").get("/v1/claims/" + claim).path("positions[1].id");
        write(
                1,
                "/v1/claims/" + claim + "/positions/" + denial + ":supersede",
                "{\"party\": \"%s\", \"stance\": \"concedes\"}".formatted(story.party()));
        write(2, "/v1/claims/" + claim + "/reviews", """
            {"url": "https://fact.example/1", "author": {"name": "Facts"}, "datePublished": {"value": "2026-11-27", "precision": "day"},
             "inLanguage": "en", "reviewBody": "They counted.", "reviewRating": {"ratingValue": 5, "bestRating": 5, "worstRating": 1, "alternateName": "True"}}
            """);
        system.as("editor")
                .header("If-Match", "\"3\"")
                .put("/v1/claims/" + claim + "/relations/refines/" + other)
                .then()
                .statusCode(204);
        system.as("editor")
                .header("If-Match", "\"4\"")
                .put("/v1/claims/" + claim + "/evidence/" + item)
                .then()
                .statusCode(204);
    }

    private String create(String path, String body) {
        return system.as("reporter")
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void write(int seen, String path, String body) {
        ValidatableResponse written = system.as("editor")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + seen + "\"")
                .body(body)
                .post(path)
                .then();
        written.statusCode(201);
    }

    private static String exported(RequestSpecification editor, String format) {
        return editor.get("/v1/claims/exports?format=" + format)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private void bring(String query, String type, String body) {
        String job = atTheEmpty()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(type, ContentType.BINARY)))
                .contentType(type)
                .body(body.getBytes(UTF_8))
                .post("/v1/claims/imports" + query)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> atTheEmpty()
                        .get("/v1/claims/jobs/" + job)
                        .then()
                        .body("state", equalTo("done"))
                        .body("failed", equalTo(0)));
    }

    private RequestSpecification atTheEmpty() {
        return RestAssured.given()
                .baseUri(empty.address(""))
                .urlEncodingEnabled(false)
                .auth()
                .oauth2(system.issuer().token("importer", Set.of("editor"), Duration.ofMinutes(5)));
    }

    private static Map<String, JsonNode> byId(String lines, UnaryOperator<JsonNode> what) {
        return lines.lines()
                .map(ExportIT::read)
                .map(line -> Map.entry(line.path("id").asText(), what.apply(line)))
                .filter(line -> !line.getValue().isMissingNode())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    private static JsonNode brought(JsonNode line) {
        List.of("parties", "evidence")
                .forEach(named -> line.path(named).forEach(thing -> ((ObjectNode) thing).remove(OF_THE_SERVICE)));
        return ((ObjectNode) line).remove(OF_THE_SERVICE);
    }

    /** What a feed says of a claim of this test. */
    private JsonNode inTheFeed(JsonNode line) {
        ObjectNode said =
                ((ObjectNode) line).retain("text", "shortText", "inLanguage", "author", "claimDate", "reviews");
        said.withObject("/claimDate").remove("basis");
        said.path("reviews").forEach(review -> ((ObjectNode) review).remove(List.of("id", "origin")));
        return said.path("text").asText().contains(word) ? said : JSON.missingNode();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.counterclaim.article;

import static org.counterclaim.article.Newsroom.published;
import static org.counterclaim.article.Newsroom.story;
import static org.counterclaim.kit.fixture.Answers.assertReplays;
import static org.counterclaim.kit.fixture.Answers.assertSame;
import static org.counterclaim.kit.fixture.Answers.atOnce;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class IdempotencyTest {

    private static final String TEXT = "Sent again\n\nIt rained,\nand how.\n\nSources:\n- The weather office";

    @Test
    void whatIsSentAgainGetsTheSameAnswerAgain() {
        String key = aKey();
        String body = """
                {"headline": "Once", "inLanguage": "en", "datePublished": {"value": "2025-04", "precision": "month"},
                 "author": [{"name": "A. Writer"}], "keywords": ["one", "two"], "embargoedUntil": "2025-04-09T10:00:00.123456Z",
                 "sections": [{"role": "paragraph", "text": "It rained \uD83D\uDE00."}],
                 "sources": [{"label": "Source 1", "resolution": "unresolved"}]}""";
        Response first = create(key, body);
        assertEquals(201, first.statusCode());
        assertNull(first.header("Idempotency-Replayed"));
        assertReplays(first, create(key, body));
    }

    @Test
    void plainTextIsMadeOnceToo() {
        String key = aKey();
        Response first = createFromText(key, TEXT);
        assertEquals(201, first.statusCode());
        assertReplays(first, createFromText(key, TEXT));
        createFromText(key, TEXT + "\n").then().statusCode(422).body("type", equalTo("/problems/idempotency-conflict"));
    }

    @Test
    void theAnswerIsTheFirstOneWhateverBecameOfTheArticle() {
        String key = aKey();
        Response first = create(key, story("Went on"));
        published(first.path("id"));
        assertReplays(first, create(key, story("Went on")));
    }

    @Test
    void aKeyBelongsToOneRequest() {
        String key = aKey();
        create(key, story("The one")).then().statusCode(201);
        create(key, story("Another")).then().statusCode(422).body("type", equalTo("/problems/idempotency-conflict"));
        // the same to a reader of JSON, but not the bytes that were sent
        create(key, story("The one") + " ").then().statusCode(422);
    }

    @Test
    void aKeyBelongsToOneCaller() {
        String key = aKey();
        String mine = create(key, story("Mine")).path("id");
        Response others = sending(Tokens.editor(), story("Mine"))
                .header("Idempotency-Key", key)
                .post("/v1/articles");
        assertEquals(201, others.statusCode());
        assertNull(others.header("Idempotency-Replayed"));
        assertNotEquals(mine, others.path("id"));
    }

    @Test
    void fiftyAtOnceMakeOneArticle() {
        String key = aKey();
        String body = story("Fifty at once");
        List<Response> answers = atOnce(50, () -> create(key, body));
        Response one = answers.get(0);
        answers.forEach(answer -> assertSame(one, answer));
        assertEquals(
                1,
                answers.stream()
                        .filter(answer -> answer.header("Idempotency-Replayed") == null)
                        .count());
        as(Tokens.reporter())
                .get("/v1/articles?limit=200")
                .then()
                .body("items.findAll { it.headline == 'Fifty at once' }.id", contains(one.<String>path("id")));
    }

    @Test
    void aRefusedRequestDoesNotUseTheKeyUp() {
        String taken = create(aKey(), story("Taken by somebody")).path("slug");
        String key = aKey();
        String refused = "{\"headline\": \"Mine\", \"slug\": \"" + taken + "\"}";
        create(key, refused).then().statusCode(409).body("type", equalTo("/problems/conflict"));
        create(key, "{\"headline\": \" \"}").then().statusCode(422).body("type", equalTo("/problems/validation"));
        create(key, refused).then().statusCode(409).body("type", equalTo("/problems/conflict"));
        Response better = create(key, "{\"headline\": \"Mine\", \"slug\": \"" + aKey() + "\"}");
        assertEquals(201, better.statusCode());
        assertNull(better.header("Idempotency-Replayed"));
        create(key, refused).then().statusCode(422).body("type", equalTo("/problems/idempotency-conflict"));
    }

    @Test
    void someAtOnceThatAreRefusedAreRefusedAlike() {
        String taken = create(aKey(), story("Taken before")).path("slug");
        String key = aKey();
        List<Response> answers = atOnce(5, () -> create(key, "{\"headline\": \"Mine\", \"slug\": \"" + taken + "\"}"));
        answers.forEach(answer -> answer.then().statusCode(409).body("type", equalTo("/problems/conflict")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "caf\u00e9", "tab\there"})
    void whatIsNoKeyIsRefused(String key) {
        create(key, story("No key")).then().statusCode(400).body("errors.pointer", contains("/Idempotency-Key"));
    }

    @Test
    void aKeyHasAtMost255Characters() {
        create("k".repeat(256), story("Too long"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/Idempotency-Key"));
        create("~".repeat(255), story("Long enough")).then().statusCode(201);
    }

    private static Response create(String key, String json) {
        return sending(Tokens.reporter(), json).header("Idempotency-Key", key).post("/v1/articles");
    }

    private static Response createFromText(String key, String text) {
        return as(Tokens.reporter())
                .contentType("text/plain; charset=UTF-8")
                .header("Idempotency-Key", key)
                .body(text)
                .post("/v1/articles");
    }

    private static String aKey() {
        return UUID.randomUUID().toString();
    }
}

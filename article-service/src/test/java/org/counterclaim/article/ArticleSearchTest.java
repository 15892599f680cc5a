package org.counterclaim.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.counterclaim.article.Newsroom.create;
import static org.counterclaim.article.Newsroom.published;
import static org.counterclaim.article.Newsroom.story;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArticleSearchTest {

    private boolean kept;

    /** A small archive, whose articles have the keyword in common, and a draft. */
    @BeforeEach
    void archive() {
        if (!kept) {
            kept = true;
            published(keep("en-GB", "Ferries", "Transport", "04:00", "Herald", "2025-03", """
                    Islanders were waiting for ferries.", "standfirst": "Cancelled sailings"""));
            published(keep("de", "Die Fähren", "Verkehr", "04:00", "Bote", "2025-03-14", "Inseln warten auf Fähren."));
            corrected(published(
                    keep("fr", "Les bacs", "Transport", "04:01", "Herald", "2024", "Les îles attendent un bac.")));
            keep("en", "A secret ferry", "Transport", "04:02", "Herald", "2025-03-14T10:00:00Z", "Nobody knows.");
        }
    }

    private static void corrected(JsonPath article) {
        sending(
                        Tokens.editor(),
                        article.getInt("revision"),
                        "{\"type\": \"clarification\", \"text\": \"One, not two.\"}")
                .post("/v1/articles/" + article.getString("id") + "/corrections")
                .then()
                .statusCode(201);
    }

    private static String keep(
            String language,
            String headline,
            String section,
            String subject,
            String publisher,
            String date,
            String text) {
        String precision = List.of("year", "month", "day", "instant")
                .get(List.of(4, 7, 10, 20).indexOf(date.length()));
        String standfirst = text.contains("\", ") ? text.substring(text.indexOf("\", ") + 2) + "\"" : "";
        return create("""
                {"headline": "%s", "inLanguage": "%s", "articleSection": "%s", "publisher": {"name": "%s", "partyId": "pty_%s"},
                 "keywords": ["archive", "%s"], "subjects": [{"scheme": "medtop", "code": "medtop:%s"}],
                 "datePublished": {"value": "%s", "precision": "%s"},
                 "sections": [{"role": "paragraph", "text": "%s"}]%s}""".formatted(
                                headline,
                                language,
                                section,
                                publisher,
                                publisher,
                                section.toLowerCase(),
                                subject,
                                date,
                                precision,
                                text.split("\", ")[0].strip(),
                                standfirst.isEmpty() ? "" : ", " + standfirst.strip()))
                .statusCode(201)
                .extract()
                .path("id");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "q=ferry, Ferries",
                "q=F%C3%A4hre, Die Fähren",
                "q=bacs, Les bacs",
                "q=sailing, Ferries",
                "q=%22waiting+for+ferries%22, Ferries",
                "q=%22ferries+waiting%22, ''",
                "q=warten+-F%C3%A4hre, ''",
                "q=-ferry, Die Fähren|Les bacs",
                "q=ferry&language=de, ''",
                "language=en, Ferries",
                "language=en-GB, Ferries",
                "language=EN-gb, Ferries",
                "language=EN, Ferries",
                "section=Transport, Ferries|Les bacs",
                "subject=medtop:04:00, Die Fähren|Ferries",
                "publisher=Bote, Die Fähren",
                "publisher=pty_Herald, Ferries|Les bacs",
                "keyword=verkehr, Die Fähren",
                "publishedFrom=2025, Die Fähren|Ferries",
                "publishedFrom=2025-03-14&publishedTo=2025-03-14, Die Fähren|Ferries",
                "publishedFrom=2025-03-15, Ferries",
                "publishedTo=2025-02, Les bacs",
                "publishedTo=2024-06-30T00:00:00Z, Les bacs",
                "publishedFrom=2026, ''",
                "hasCorrection=true, Les bacs",
                "hasCorrection=false, Die Fähren|Ferries",
                "updatedSince=2020, Die Fähren|Ferries|Les bacs",
                "updatedSince=2999-01-01, ''",
                "q=, Die Fähren|Ferries|Les bacs",
                "q=the+of, ''",
                "q=%22, ''",
                "q=%7B%22$ne%22:null%7D, ''",
                "section=%7B%22$ne%22:null%7D, ''"
            })
    void readersFindWhatTheyAskFor(String asked, String headlines) {
        List<String> found = anyone().get("/v1/articles?keyword=archive&"
                                .replace(asked.contains("keyword") ? "keyword=archive&" : "none", "")
                        + asked)
                .then()
                .statusCode(200)
                .extract()
                .path("items.headline");
        assertEquals(headlines == null ? "" : headlines, found.stream().sorted().collect(Collectors.joining("|")));
    }

    @Test
    void aPageThatTheReaderHasIsNotSentAgain() {
        String path = "/v1/articles?keyword=archive&limit=2&facets=section";
        String tag = anyone().get(path).then().statusCode(200).extract().header("ETag");
        anyone().header("If-None-Match", "W/" + tag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", tag);
        anyone().header("If-None-Match", tag)
                .get(path.replace("=2", "=1"))
                .then()
                .statusCode(200);
        anyone().header("If-None-Match", tag)
                .get(path.replace("section", "keyword"))
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "publishedFrom=yesterday",
                "hasCorrection=yes",
                "publishedTo=2025-13",
                "publishedTo=2024&publishedFrom=2025",
                "language=e",
                "language=en_GB",
                "updatedSince=12345-01-01",
                "facets=text",
                "facets=section,,keyword",
                "editorialStatus=anything",
                "sort=headline"
            })
    void whatIsNoFilterIsRefused(String asked) {
        anyone().get("/v1/articles?" + asked)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/" + asked.split("=")[0]));
    }

    @Test
    void aQueryIsBounded() {
        String words = IntStream.range(0, 10_000).mapToObj(i -> "w" + i).collect(Collectors.joining("+"));
        assertEquals(414, RestAssured.get("/v1/articles?q=" + words).statusCode());
        anyone().get("/v1/articles?q=" + words.substring(0, 2_000))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/q"));
        String most = URLEncoder.encode("-\"one two\" ".repeat(50), UTF_8);
        anyone().get("/v1/articles?keyword=archive&q=" + most).then().statusCode(200);
    }

    @Test
    void facetsCountWhatTheReaderSees() {
        String path =
                "/v1/articles?keyword=archive&limit=1&facets=section,subject,keyword,publisher,language,editorialStatus";
        anyone().get(path)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("facets.counted", equalTo(3))
                .body("facets.complete", equalTo(true))
                .body("facets.by.section.value", contains("Transport", "Verkehr"))
                .body("facets.by.section.count", contains(2, 1))
                .body("facets.by.subject.value", contains("medtop:04:00", "medtop:04:01"))
                .body("facets.by.keyword[0]", hasEntry("value", "archive"))
                .body("facets.by.publisher.count", contains(2, 1))
                .body("facets.by.language.value", contains("de", "en-GB", "fr"))
                .body("facets.by.editorialStatus.value", contains("published"));
        as(Tokens.reporter())
                .get(path)
                .then()
                .body("facets.counted", equalTo(4))
                .body("facets.by.editorialStatus.value", contains("published", "draft"));
        anyone().get("/v1/articles?keyword=archive&q=ferry&facets=section")
                .then()
                .body("facets.by.section.count", contains(1));
        anyone().get("/v1/articles?keyword=nothing&facets=keyword")
                .then()
                .body("facets.counted", equalTo(0))
                .body("facets.by.keyword", empty());
    }

    @Test
    void whatIsWrittenAgainIsFoundByItsNewTextAlone() {
        String id = create(story("Quicksilver")).extract().path("id");
        assertEquals(List.of(id), found("quicksilver"));
        sending(Tokens.reporter(), 1, story("Brimstone"))
                .put("/v1/articles/" + id)
                .then()
                .statusCode(200);
        assertEquals(List.of(), found("quicksilver"));
        assertEquals(List.of(id), found("brimstone"));
    }

    private static List<String> found(String q) {
        return as(Tokens.reporter()).get("/v1/articles?q=" + q).then().extract().path("items.id");
    }

    /** While somebody writes, a reader who goes from page to page in either order gets what was there, each once. */
    @ParameterizedTest
    @ValueSource(strings = {"-updatedAt", "updatedAt"})
    void nothingIsSkippedOrRepeatedWhileSomebodyWrites(String sort) {
        String keyword = "busy" + sort.length() + Instant.now().toEpochMilli();
        List<String> there =
                IntStream.range(0, 30).mapToObj(i -> write(keyword, i)).toList();
        AtomicBoolean reading = new AtomicBoolean(true);
        CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> {
            int written = 0;
            for (; reading.get() || written < 10; written++) {
                write(keyword, 30 + written);
            }
            return written;
        });
        List<String> read = new ArrayList<>();
        String cursor = "";
        while (cursor != null && read.size() < 1_000) {
            JsonPath page = as(Tokens.reporter())
                    .get("/v1/articles?q=rain&keyword=" + keyword + "&limit=3&sort=" + sort + cursor)
                    .jsonPath();
            read.addAll(page.getList("items.id"));
            String next = page.getString("page.nextCursor");
            // a reader who goes with the time never comes to an end of a list that grows
            boolean enough = sort.equals("updatedAt") && read.size() >= 45;
            cursor = next == null || enough ? null : "&cursor=" + next;
            reading.set(cursor != null);
        }
        reading.set(false);
        assertTrue(writer.join() >= 10);
        assertEquals(read.size(), new HashSet<>(read).size(), "repeated");
        assertTrue(read.containsAll(there), "skipped");
    }

    private static String write(String keyword, int number) {
        return create(story("Busy " + number).replace("\"test\"", "\"" + keyword + "\""))
                .statusCode(201)
                .extract()
                .path("id");
    }
}

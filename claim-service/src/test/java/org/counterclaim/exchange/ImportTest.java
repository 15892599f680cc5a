package org.counterclaim.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.counterclaim.exchange.AnImport.LINES;
import static org.counterclaim.exchange.AnImport.TABS;
import static org.counterclaim.exchange.AnImport.assertCounts;
import static org.counterclaim.exchange.AnImport.done;
import static org.counterclaim.exchange.AnImport.send;
import static org.counterclaim.exchange.AnImport.warnings;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.f4b6a3.ulid.UlidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.counterclaim.kit.job.Job;
import org.counterclaim.kit.job.JobRow;
import org.counterclaim.kit.job.JobState;
import org.counterclaim.kit.job.RowOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class ImportTest {

    private static final String TABLE = "?language=pt-BR&columns=" + TableReadingTest.COLUMNS;

    @Test
    void nothingOfATableIsLostOrInventedAndASecondRunSaysNothingNew() throws IOException {
        byte[] table = defects();
        assertCounts(done(send("&dryRun=true", TABLE, TABS, table)), 11, 9, 1, 0, 1);
        JsonPath first = done(send("", TABLE, TABS, table));
        assertCounts(first, 11, 9, 1, 0, 1);
        List<JsonPath> odd = warnings(first);
        assertEquals(first.getInt("warned"), odd.size() - 1);
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9), rows(odd));
        assertEquals("validation", odd.get(3).getString("code"));
        assertEquals(List.of("claim_missing", "label_case"), odd.get(3).getList("errors.code"));
        assertEquals(List.of("/claimReviewed", "/reviewRating"), odd.get(3).getList("errors.pointer"));
        assertEquals("warned", odd.get(0).getString("code"));
        assertEquals("https://fatos.example/1", odd.get(0).getString("uri"));
        JsonPath second = done(send("", TABLE, TABS, table));
        assertCounts(second, 11, 0, 0, 10, 1);
        assertEquals(
                odd.stream().map(JsonPath::prettify).toList(),
                warnings(second).stream().map(JsonPath::prettify).toList());
        JsonPath moon = found("queijo");
        assertEquals(List.of("A lua é feita de queijo."), moon.getList("items.text"));
        assertEquals(List.of("false", "false"), moon.getList("items[0].reviews.normalized"));
        assertEquals(List.of("imported", "imported"), moon.getList("items[0].reviews.origin"));
        assertEquals("draft", moon.getString("items[0].editorialStatus"));
        assertEquals("2", moon.getString("items[0].revision"));
    }

    @Test
    void aRowThatFindsSomethingElseChangesItsReviewAlone() {
        String url = "https://fact.example/" + UUID.randomUUID();
        assertCounts(done(lines(review(url, "The ice of lake Ladoga broke.", "True"))), 1, 1, 0, 0, 0);
        assertCounts(done(lines(review(url, "The ice of lake Ladoga broke.", "False"))), 1, 0, 1, 0, 0);
        assertCounts(done(lines(review(url, "The ice of lake Ladoga  broke.", "False"))), 1, 0, 0, 1, 0);
        JsonPath claim = found("Ladoga");
        assertEquals(List.of("false"), claim.getList("items[0].reviews.normalized"));
        assertEquals("Ada", party(claim.getString("items[0].author")));
        assertEquals(List.of("affirms"), claim.getList("items[0].positions.stance"));
        assertEquals("one_sided", claim.getString("items[0].disputeStatus.value"));
    }

    @Test
    void aClaimThatTheNewsroomWroteGetsTheReview() {
        String text = "The swans of Seville were counted.";
        String claim = sending(Tokens.reporter(), "{\"text\": \"" + text + "\", \"shortText\": \"Swans\"}")
                .post("/v1/claims?allowDuplicate=true")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String row =
                "{\"@type\": \"ClaimReview\", \"url\": \"https://fact.example/swans\", \"claimReviewed\": \"" + text
                        + "\", \"reviewRating\": {\"alternateName\": \"True\"}, \"author\": {\"name\": \"F\"},"
                        + " \"reviewBody\": \"x\"}\n";
        assertCounts(done(lines(row)), 1, 0, 1, 0, 0);
        as(Tokens.editor())
                .get("/v1/claims/" + claim)
                .then()
                .body("reviews", hasSize(1))
                .body("revision", equalTo(2));
        sending(
                        Tokens.editor(),
                        2,
                        "{\"text\": \"The swans of Seville were counted twice.\", \"shortText\": \"Swans\"}")
                .put("/v1/claims/" + claim)
                .then()
                .statusCode(200);
        assertCounts(done(lines(row)), 1, 0, 0, 1, 0);
    }

    @Test
    void linesThatCannotBeReadSpoilNoOther() {
        String row = review("https://fact.example/" + UUID.randomUUID(), "The tower of Tallinn was painted.", "True");
        JsonPath job = done(lines(row + "{\"broken\n\n{\"@type\": \"WebPage\"}\n" + row));
        assertCounts(job, 4, 1, 0, 1, 2);
        assertEquals(List.of(2, 3, 4), rows(warnings(job)));
        assertEquals(List.of("shared_url", "repeated_row"), warnings(job).get(2).getList("errors.code"));
    }

    @Test
    void documentsAndTheSearchToolOfGoogleAreRead() {
        String key = UUID.randomUUID().toString();
        String graph = "{\"@context\": \"https://schema.org\", \"@graph\": ["
                + review("https://fact.example/" + key, "The mills of Mikkeli stopped.", "False") + "]}";
        assertCounts(done(send("", "", "application/ld+json", graph.getBytes(UTF_8))), 1, 1, 0, 0, 0);
        String search =
                "{\"claims\": [{\"text\": \"The mills of Mikkeli stopped.\", \"claimant\": \"Ada\", \"claimReview\":"
                        + " [{\"url\": \"https://fact.example/"
                        + key
                        + "\", \"textualRating\": \"False\", \"languageCode\": \"en\", \"publisher\": {\"name\":"
                        + " \"Facts\"}}]}]}";
        JsonPath job = done(send("", "", "application/json", search.getBytes(UTF_8)));
        assertCounts(job, 1, 0, 1, 0, 0);
        assertEquals(1, found("Mikkeli").getList("items").size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | [{\"@type\": | 400",
                "application/json | 7 | 400",
                "application/json | [] | 422",
                "text/csv | a,b | 400",
                "text/plain | a | 415"
            })
    void whatIsNoUploadIsRefused(String type, String body, int status) {
        send("", "", type, body.getBytes(UTF_8)).then().statusCode(status).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "format=csv, /format",
        "dryRun=perhaps, /dryRun",
        "columns=url:URL, /columns",
        "language=nonsense!, /language",
        "upsert=true, /upsert"
    })
    void anUnknownWishIsRefused(String query, String pointer) {
        send("?" + query, "", LINES, "{}".getBytes(UTF_8))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void aJobIsItsOwnersAndTheEditors() {
        Response answer = lines("{}\n");
        answer.then().statusCode(202);
        String path = "/v1/claims/jobs/" + answer.path("id");
        as(Tokens.of("another", "editor")).get(path).then().statusCode(200);
        as(Tokens.reporter()).get(path).then().statusCode(404);
        as(Tokens.reporter()).get(path + "/warnings").then().statusCode(404);
        as(Tokens.editor()).get("/v1/claims/jobs/job_none").then().statusCode(404);
        as(Tokens.editor()).get("/v1/claims/jobs/job_none/warnings").then().statusCode(404);
        as(Tokens.editor()).accept("text/html").get(path).then().statusCode(406);
        as(Tokens.editor()).accept("text/html").get(path + "/warnings").then().statusCode(406);
    }

    @Test
    void anImportThatIsSentAgainIsOne() {
        String key = UUID.randomUUID().toString();
        String row = review("https://fact.example/" + key, "The gates of Ghent were shut.", "True");
        Response first = keyed(key, row);
        Response again = keyed(key, row);
        first.then().statusCode(202);
        again.then().statusCode(202).header("Idempotency-Replayed", "true");
        assertEquals((String) first.path("id"), again.path("id"));
        keyed(key, row + row).then().statusCode(422);
        assertCounts(done(again), 1, 1, 0, 0, 0);
    }

    @Test
    void aClaimKeepsTheIdThatAServiceLikeThisOneGaveIt() {
        String id = "clm_" + UlidCreator.getUlid();
        String party = "pty_" + UlidCreator.getUlid();
        String row = "{\"@type\": \"Claim\", \"identifier\": \"" + id
                + "\", \"text\": \"The looms of Lodz fell silent.\", \"name\": \"Looms\", \"author\": {\"@type\": \"Person\", \"identifier\": \""
                + party + "\", \"name\": \"Eva\"}}\n";
        assertCounts(done(lines(row)), 1, 1, 0, 0, 0);
        assertCounts(done(lines(row)), 1, 0, 0, 1, 0);
        as(Tokens.editor())
                .get("/v1/claims/" + id)
                .then()
                .statusCode(200)
                .body("shortText", equalTo("Looms"))
                .body("author", equalTo(party));
        assertEquals("Eva", party(party));
    }

    @Test
    void aDryRunKeepsNothing() {
        String row = review("https://fact.example/" + UUID.randomUUID(), "The bells of Bergamo rang.", "True");
        assertCounts(done(send("?dryRun=true", "", LINES, (row + row).getBytes(UTF_8))), 2, 1, 0, 1, 0);
        as(Tokens.editor()).get("/v1/claims?q=Bergamo").then().body("items", empty());
    }

    @Test
    void whatWasKeptBeforeACrashIsCountedAsItWas() {
        ImportClaims imports = CDI.current().select(ImportClaims.class).get();
        String url = "https://fact.example/" + UUID.randomUUID();
        JobRow row = new JobRow(1, UlidCreator.getUlid().toString(), staged(url, "The fort of Faro fell."), null);
        JobRow more =
                new JobRow(2, UlidCreator.getUlid().toString(), staged(url + "/2", "The fort of Faro fell."), null);
        List<JobRow> rows = List.of(row, more);
        for (boolean again : List.of(false, true)) {
            assertEquals(
                    List.of("created_warned", "merged_warned"),
                    imports.work(job(), rows, again).await().atMost(Duration.ofSeconds(10)).stream()
                            .map(RowOutcome::result)
                            .toList());
        }
        assertEquals(List.of(2), found("Faro").getList("items.revision"));
    }

    private static Job job() {
        return new Job(
                "job_1",
                ImportClaims.KIND,
                "1",
                new Job.Owner("edgar", null, List.of("editor")),
                Map.of(),
                JobState.RUNNING,
                2,
                1,
                0,
                true,
                0,
                Map.of(),
                null,
                Instant.now(),
                null,
                null);
    }

    private static String staged(String url, String text) {
        return "{\"row\": {\"claimReviewed\": \"" + text + "\", \"url\": \"" + url
                + "\", \"alternateName\": \"True\", \"isReview\": true}, \"sharedUrl\": false, \"repeated\": false,"
                + " \"knownClaim\": false, \"occurrence\": 1}";
    }

    @Test
    void theClaimsOfAnImportAreToBeFoundByTheirReviews() {
        String row = review("https://fact.example/" + UUID.randomUUID(), "The quays of Quimper sank.", "Satire");
        done(lines(row));
        as(Tokens.editor())
                .get("/v1/claims?q=Quimper&rating=satire&hasReview=true&facets=rating")
                .then()
                .statusCode(200)
                .body("items.text", contains("The quays of Quimper sank."))
                .body("facets.by.rating.value", contains("satire"));
    }

    private static JsonPath found(String word) {
        return as(Tokens.editor())
                .get("/v1/claims?q=" + word)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String party(String id) {
        return as(Tokens.editor()).get("/v1/parties/" + id).path("name");
    }

    private static List<Integer> rows(List<JsonPath> notes) {
        return notes.stream().map(note -> note.getInt("row")).toList();
    }

    private static String review(String url, String text, String label) {
        return """
            {"@type": "ClaimReview", "url": "%s", "inLanguage": "en", "claimReviewed": "%s", "reviewBody": "x", "author": {"@type": "Organization", "name": "Facts"}, "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Ada"}}, "reviewRating": {"@type": "Rating", "alternateName": "%s"}}
            """.formatted(url, text, label);
    }

    private static Response lines(String lines) {
        return send("", "", LINES, lines.getBytes(UTF_8));
    }

    private static Response keyed(String key, String rows) {
        return sending(Tokens.editor(), LINES, rows.getBytes(UTF_8))
                .header("Idempotency-Key", key)
                .post("/v1/claims/imports");
    }

    private static byte[] defects() throws IOException {
        try (InputStream table = ImportTest.class.getResourceAsStream("defects.tsv")) {
            return table.readAllBytes();
        }
    }
}

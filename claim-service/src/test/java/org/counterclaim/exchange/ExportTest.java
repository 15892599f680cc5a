package org.counterclaim.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.counterclaim.Desk.aDraft;
import static org.counterclaim.Desk.aParty;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.exchange.AnImport.LINES;
import static org.counterclaim.exchange.AnImport.assertCounts;
import static org.counterclaim.exchange.AnImport.done;
import static org.counterclaim.exchange.AnImport.send;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterclaim.Newspaper;
import org.counterclaim.claim.ImportedReview;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class ExportTest {

    private static final String LD_JSON = "application/ld+json";

    @Test
    void theLinesHaveEverythingOnce() {
        String id = aDraft(claim("It rained on the exporters.", ""));
        List<JsonPath> lines = exported(LINES).lines().map(JsonPath::from).toList();
        List<String> ids = lines.stream().map(line -> line.getString("id")).toList();
        assertEquals(ids.stream().distinct().sorted().toList(), ids);
        Map<String, Object> line = lines.get(ids.indexOf(id)).getMap("");
        assertEquals(List.of(), line.remove("relations"));
        assertEquals(List.of(), line.remove("parties"));
        assertEquals(List.of(), line.remove("evidence"));
        assertEquals(
                JsonPath.from(as(Tokens.editor()).get("/v1/claims/" + id).asString())
                        .getMap(""),
                line);
    }

    @Test
    void anImportReadsInTheFeedWhatWasBrought() throws IOException {
        String key = UUID.randomUUID().toString();
        String rows = review(key, "1", "True") + review(key, "2", "False") + alone(key);
        assertCounts(done(send("", "", LINES, rows.getBytes(UTF_8))), 3, 2, 1, 0, 0);
        String feed = exported(LD_JSON);
        JsonPath document = JsonPath.from(feed);
        assertEquals("DataFeed", document.getString("'@type'"));
        assertEquals("https://schema.org", document.getString("'@context'"));
        List<ImportedReview> brought = read(new LineRows(new ByteArrayInputStream(rows.getBytes(UTF_8)), json()), key);
        List<ImportedReview> back = read(new JsonRows(new ByteArrayInputStream(feed.getBytes(UTF_8)), json()), key);
        assertEquals(
                brought.stream().map(ExportTest::withoutIds).toList(),
                back.stream().map(ExportTest::withoutIds).toList());
        assertEquals(
                brought.stream().map(ImportedReview::authorId).toList(),
                back.stream().map(ImportedReview::authorId).toList());
        assertNull(back.get(2).review());
        assertCounts(done(send("", "", LINES, rows.getBytes(UTF_8))), 3, 0, 0, 3, 0);
    }

    @Test
    void whatTheNewsroomWroteIsKnownAgainByItsOwnIds() {
        String key = UUID.randomUUID().toString();
        String party = aParty("Harbour master " + key, null);
        String id = aDraft(
                "{\"text\": \"He sank " + key + ".\", \"shortText\": \"He sank\", \"author\": \"" + party + "\"}");
        sending(
                        Tokens.editor(),
                        1,
                        "{\"url\": \"https://fact.example/9\", \"author\": {\"name\": \"F\"}, \"reviewRating\":"
                                + " {\"alternateName\": \"True\"}}")
                .post("/v1/claims/" + id + "/reviews")
                .then()
                .statusCode(201);
        String items = exported(LD_JSON)
                .lines()
                .filter(item -> item.contains(key))
                .map(item -> item.replaceFirst("^,", ""))
                .collect(joining(",", "[", "]"));
        assertCounts(done(send("", "", "application/json", items.getBytes(UTF_8))), 1, 0, 0, 1, 0);
        String elsewhere = items.replace(id, "clm_01JRD8VN4Z5D8C7A2V0X3K9QWE").replace(key, key + "-elsewhere");
        assertCounts(done(send("", "", "application/json", elsewhere.getBytes(UTF_8))), 1, 1, 0, 0, 0);
        as(Tokens.editor())
                .get("/v1/claims/clm_01JRD8VN4Z5D8C7A2V0X3K9QWE")
                .then()
                .statusCode(200)
                .body("author", equalTo(party))
                .body("shortText", equalTo("He sank"));
    }

    private static ImportedReview withoutIds(ImportedReview read) {
        return new ImportedReview(
                read.content(),
                read.author(),
                read.appearances(),
                read.review(),
                read.occurrence(),
                new ImportedReview.Ids(null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 200, application/x-ndjson",
        "'', application/ld+json, 200, application/ld+json",
        "'', text/html, 406, application/problem+json",
        "?format=ndjson, '', 200, application/x-ndjson",
        "?format=claimreview, '', 200, application/ld+json",
        "?format=claimreview, */*, 200, application/ld+json",
        "?format=claimreview, 'application/x-ndjson, application/ld+json;q=0.1', 200, application/ld+json",
        "?format=claimreview, application/x-ndjson, 406, application/problem+json",
        "?format=ndjson, application/ld+json, 406, application/problem+json",
        "?format=csv, '', 400, application/problem+json"
    })
    void theFormIsTheOneThatIsNamedOrElseTheOneThatIsLiked(String query, String accept, int status, String type) {
        aDraft(claim("It rained on every exporter.", ""));
        RequestSpecification editor = as(Tokens.editor());
        ValidatableResponse answer = (accept.isEmpty() ? editor : editor.header("Accept", accept))
                .get("/v1/claims/exports" + query)
                .then()
                .statusCode(status)
                .header("Content-Type", startsWith(type))
                .body(startsWith("{"));
        if (status == 400) {
            answer.body("errors.pointer", contains("/format"));
        }
    }

    private static String exported(String type) {
        return as(Tokens.editor())
                .accept(type)
                .get("/v1/claims/exports")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** What rows say of claims with this word, each claim's in their order. */
    private static List<ImportedReview> read(RawRows rows, String word) throws IOException {
        return Reading.of(rows, null).rows().stream()
                .filter(ReadRow::isKept)
                .map(ReadRow::review)
                .filter(row -> row.content().text().contains(word))
                .sorted((one, other) ->
                        one.content().text().compareTo(other.content().text()))
                .toList();
    }

    private static String review(String key, String page, String label) {
        return """
            {"@type": "ClaimReview", "url": "https://fact.example/%1$s/%2$s", "inLanguage": "en", "datePublished": "2026-11-27", "claimReviewed": "A ferry brought %1$s.", "reviewBody": "It did.", "author": {"@type": "Organization", "name": "Facts", "url": "https://fact.example"}, "itemReviewed": {"@type": "Claim", "datePublished": "2026-11", "author": {"@type": "Person", "name": "Ada"}, "appearance": [{"@type": "CreativeWork", "url": "https://post.example/%1$s"}]}, "reviewRating": {"@type": "Rating", "ratingValue": 4, "bestRating": 6, "alternateName": "%3$s"}}
            """.formatted(key, page, label);
    }

    private static String alone(String key) {
        return """
            {"@type": "Claim", "text": "Nobody reviewed %s.", "inLanguage": "de", "author": {"@type": "GovernmentOrganization", "name": "The harbour"}}
            """.formatted(key);
    }

    private static ObjectMapper json() {
        return new ObjectMapper();
    }
}

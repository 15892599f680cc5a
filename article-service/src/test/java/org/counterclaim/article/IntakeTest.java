package org.counterclaim.article;

import static org.counterclaim.kit.fixture.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an article can come in as. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class IntakeTest {

    private static final String NINJS = "application/vnd.iptc.ninjs+json";

    private static final String ITEM = """
            {"uri": "http://ninjs.example/1", "standard": {"name": "ninjs", "version": "3.2"}, "type": "text", "urgency": 4,
             "language": "en", "by": "Rita and Edgar", "located": "Kyiv", "versionCreated": "2026-11-01T10:00:00Z",
             "headlines": [{"value": "Web"}, {"role": "main", "value": "Rain"}], "descriptions": [{"value": "It rained."}],
             "bodies": [{"role": "main", "value": "Plain"}, {"contentType": "text/html", "value": "<h1>Rain</h1><p>It rained.</p><blockquote>So wet.</blockquote><script>x</script>"}],
             "subjects": [{"name": "weather", "rel": "about", "uri": "http://cv.iptc.org/newscodes/mediatopic/17000000", "creator": "x", "confidence": 80},
              {"name": "umbrella"}, {"name": "x", "uri": "http://example.com/topics#x"}, {"literal": "desk:7"}],
             "people": [{"name": "Rita", "contactInfo": [{"type": "mail", "value": "x"}]}],
             "places": [{"name": "Kyiv", "geoJSON": {"type": "Point", "coordinates": [30.5, 50.4]}}],
             "infoSources": [{"name": "The Paper", "role": "publisher"}, {"name": "The office", "uri": "https://weather.example/1"},
              {"name": "A wire", "uri": "urn:wire:1"}],
             "associations": [{"name": "p", "type": "picture", "by": "R.", "descriptions": [{"value": "Rain"}],
               "renditions": [{"name": "t", "href": "ftp://x"}, {"name": "o", "href": "https://paper.example/r.jpg", "width": 7}]},
              {"name": "v", "type": "video", "uri": "https://paper.example/v"}],
             "rightsInfo": {"encodedRights": "none"}, "pubStatus": "usable", "genres": [{"name": "Current"}]}""";

    @Test
    void anItemOfNinjsBecomesADraft() {
        send(NINJS, ITEM)
                .statusCode(201)
                .header("Not-Kept", "/urgency, /located, /genres, /versionCreated, /bodies/0, /associations/1")
                .body("editorialStatus", equalTo("draft"))
                .body("headline", equalTo("Rain"))
                .body("alternativeHeadline", equalTo("Web"))
                .body("standfirst", equalTo("It rained."))
                .body("datePublished.precision", equalTo("unknown"))
                .body("author.name", contains("Rita and Edgar"))
                .body("publisher.name", equalTo("The Paper"))
                .body("sections.role", contains("headline", "paragraph", "quote"))
                .body("sections.id", contains("s1", "s2", "s3"))
                .body("subjects.code", contains("medtop:17000000", "x", "desk:7"))
                .body("subjects.scheme", contains("medtop", "http://example.com/topics#", "desk"))
                .body("keywords", contains("umbrella"))
                .body("about", contains("Rita", "Kyiv"))
                .body("sources.label", contains("The office", "A wire"))
                .body("sources.url", contains("https://weather.example/1", null))
                .body("sources.resolution", contains("unresolved", "unresolved"))
                .body("image.url", equalTo("https://paper.example/r.jpg"))
                .body("image.caption", equalTo("Rain"))
                .body("license", equalTo("none"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"uri\": \"urn:x:1\", \"headlines\": [{\"value\": \"x\"}], \"heading\": \"x\"} | 400 | /heading",
                "{\"headlines\": [{\"value\": \"x\", \"size\": 7}]} | 400 | /headlines/0/size",
                "{\"headlines\": \"x\"} | 400 | /headlines",
                "{\"headlines\": [{\"value\": 7}]} | 400 | /headlines/0/value",
                "{\"headlines\": [{\"value\": \"x\"}], \"embargoedUntil\": \"soon\"} | 400 | /embargoedUntil",
                "{\"uri\": \"urn:x:1\"} | 422 | /headlines",
                "{\"headlines\": []} | 422 | /headlines",
                "{\"headlines\": [null]} | 422 | /headlines",
                "{\"headlines\": [{\"value\": \"x\"}], \"type\": \"picture\"} | 422 | /type",
                "{\"headlines\": [{\"value\": \"x\"}], \"pubStatus\": \"canceled\"} | 422 | /pubStatus",
                "{\"headlines\": [{\"value\": \"x\"}], \"standard\": {\"version\": \"1.4\"}} | 422 | /standard/version",
                "{\"headlines\": [{\"value\": \"x\"}], \"bodies\": [{\"contentType\": \"application/nitf+xml\", \"value\": \"x\"}]} | 422 | /bodies",
                "{\"headlines\": [{\"value\": \"x\"}, {\"role\": \"main\", \"value\": \" \"}]} | 422 | /headlines/1/value",
                "{\"headlines\": [{\"value\": \"x\"}], \"language\": \"e_n\"} | 422 | /language",
                "{\"headlines\": [{\"value\": \"x\"}], \"infoSources\": [{\"name\": \" \"}]} | 422 | /infoSources"
            })
    void anItemThatIsWrongIsAnsweredWithWhere(String item, int status, String pointer) {
        send(NINJS, item)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"null | 400", "[] | 400", "{ | 400", "'' | 400", "7 | 400"})
    void whatIsNoItemIsRefused(String item, int status) {
        send(NINJS, item).statusCode(status).contentType("application/problem+json");
    }

    @Test
    void aPageBecomesADraft() {
        as(Tokens.reporter())
                .contentType("text/html; charset=utf-8")
                .header("Content-Language", "pt-BR")
                .body("<html lang='en'><h1>Chuva</h1><p>Choveu.</p><script>alert(1)</script>")
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .body("headline", equalTo("Chuva"))
                .body("inLanguage", equalTo("pt-BR"))
                .body("sections.text", contains("Chuva", "Choveu."))
                .body("url", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html | <p>No headline. | /headline",
                "text/html | <html lang='e_n'><h1>x</h1> | /inLanguage",
                "text/plain | '' | /headline"
            })
    void aTextThatIsWrongIsAnsweredWithWhere(String type, String text, String pointer) {
        send(type, text).statusCode(422).body("errors.pointer", contains(pointer));
    }

    @Test
    void aTextIsHeldToTheSameRulesAsJson() {
        send("text/plain", "x".repeat(301)).statusCode(422).body("errors.pointer", contains("/headline"));
        send("text/plain", "x\n\n" + "y".repeat(50_001))
                .statusCode(422)
                .body("errors.pointer", contains("/sections/1/text"));
        send("text/html", "<h1>x</h1>" + "<p>y</p>".repeat(500))
                .statusCode(422)
                .body("errors.pointer", contains("/sections"));
        send("text/plain", "x\n\nSources:\n" + "y\n".repeat(201))
                .statusCode(422)
                .body("errors.pointer", contains("/sources"));
    }

    @Test
    void textIsComposedBeforeItIsKept() {
        send("text/plain", "Cafe\u0301").statusCode(201).body("headline", equalTo("Caf\u00e9"));
    }

    @Test
    void aTextThatComesAgainKeepsTheIdsOfItsSections() {
        String id = send("text/plain", "Rain\n\nIt rained on Monday.\n\nPeople got wet.")
                .extract()
                .path("id");
        as(Tokens.reporter())
                .contentType("text/html")
                .header("If-Match", "\"1\"")
                .body("<h1>Rain</h1><p>It poured.</p><p>It rained on Mondays.</p><p>People got wet.</p>")
                .put("/v1/articles/" + id)
                .then()
                .statusCode(200)
                .body("sections.id", contains("s1", "s4", "s2", "s3"));
    }

    private static ValidatableResponse send(String type, String body) {
        return as(Tokens.reporter())
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/v1/articles")
                .then();
    }
}

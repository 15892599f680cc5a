package org.counterclaim.article;

import static org.counterclaim.article.Newsroom.create;
import static org.counterclaim.article.Newsroom.move;
import static org.counterclaim.article.Newsroom.published;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an article can be written in. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class FormsTest {

    private static final String NINJS = "application/vnd.iptc.ninjs+json";
    private static final String JSON_LD = "application/ld+json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String RICH = """
            {"headline": "Rain on Monday", "alternativeHeadline": "Wet", "standfirst": "It rained.", "inLanguage": "en",
             "url": "https://paper.example/rain", "image": {"url": "https://paper.example/r.jpg", "caption": "Rain", "credit": "R. R."},
             "datePublished": {"value": null, "precision": "unknown"}, "author": [{"name": "Rita"}, {"name": "Edgar"}],
             "publisher": {"name": "The Paper"}, "articleSection": "Weather", "about": ["Rain", "pty_01JRD8VN4Z5D8C7A2V0X3K9QWE"],
             "keywords": ["wet"], "subjects": [{"scheme": "medtop", "code": "medtop:17000000", "name": "weather"},
              {"scheme": "house", "code": "house:7", "name": "outdoors"}],
             "sections": [{"role": "headline", "text": "Rain on Monday"}, {"role": "paragraph", "text": "It rained & <poured>."},
              {"role": "quote", "text": "So wet 🌧."}, {"role": "heading", "text": "What now?"}, {"role": "list", "text": "a coat\\na hat"},
              {"role": "caption", "text": "Rain"}, {"role": "sources", "text": "Sources:"}, {"role": "sources", "text": "The office"}],
             "sources": [{"label": "The office", "url": "https://weather.example/1", "resolution": "paywalled", "publisher": "W",
              "archivedUrl": "https://archive.example/1", "datePublished": {"value": "2026-11", "precision": "month"}},
              {"label": "A diary", "resolution": "unresolved"}],
             "relatedArticles": [{"id": "art_01JRD8VN4Z5D8C7A2V0X3K9QWE", "relation": "follows"}],
             "expires": "2199-01-01T00:00:00Z", "license": "https://creativecommons.org/licenses/by/4.0/", "copyrightHolder": "The Paper", "usageTerms": "Ask."}""";

    @Test
    void ninjsIsWhatTheSchemaOfIptcAsksFor() throws IOException {
        String id = published(create(RICH).extract().path("id")).getString("id");
        Response item = read(NINJS, id);
        assertEquals(Set.of(), faults(item));
        item.then()
                .contentType(NINJS)
                .header("ETag", matchesPattern("\"4-[0-9a-f]{16}\""))
                .body("uri", matchesPattern("urn:uuid:[0-9a-f-]{36}"))
                .body("standard.version", equalTo("3.1"))
                .body("pubStatus", equalTo("usable"))
                .body("version", equalTo("4"))
                .body("headlines.value", contains("Rain on Monday", "Wet"))
                .body(
                        "bodies[1].value",
                        containsString("<p>It rained &amp; &lt;poured&gt;.</p><blockquote>So wet 🌧.</blockquote>"))
                .body("bodies[0].wordCount", equalTo(17))
                .body("infoSources.name", contains("The Paper", "The office", "A diary"))
                .body("associations.rel", hasItem("follows"))
                .body("subjects.uri", hasItem("http://cv.iptc.org/newscodes/mediatopic/17000000"))
                .body("altIds.value", contains(id, "https://paper.example/rain"));
    }

    @Test
    void theLeastArticleIsAnItemToo() throws IOException {
        String id = published(create("{\"headline\": \"x\", \"sections\": [{\"role\": \"list\", \"text\": \"y\"}]}")
                        .extract()
                        .path("id"))
                .getString("id");
        assertEquals(Set.of(), faults(read(NINJS, id)));
        move(id, 4, Tokens.editor(), "{\"to\": \"retracted\", \"reason\": \"It was not so.\"}")
                .statusCode(200);
        Response item = read(NINJS, id);
        assertEquals(Set.of(), faults(item));
        item.then().body("pubStatus", equalTo("canceled")).body("edNote", containsString("It was not so."));
    }

    /** A schema that nothing breaks would say nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"uri\": 7}",
                "{\"uri\": \"urn:x:1\", \"unheardOf\": 1}",
                "{\"uri\": \"urn:x:1\", \"pubStatus\": \"published\"}",
                "{\"uri\": \"urn:x:1\", \"versionCreated\": \"yesterday\"}",
                "{\"uri\": \"urn:x:1\", \"bodies\": [{\"role\": \"main\"}]}"
            })
    void theSchemaRefusesWhatIsNoItem(String json) throws IOException {
        assertNotEquals(Set.of(), schema().validate(JSON.readTree(json)));
    }

    @Test
    void whatComesBackIsTheSameArticle() {
        String id = published(create(RICH).extract().path("id")).getString("id");
        JsonPath back = as(Tokens.reporter())
                .contentType(NINJS)
                .body(read(NINJS, id).asByteArray())
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .header("Not-Kept", equalTo("/version, /firstCreated, /versionCreated, /slugline, /bodies/0"))
                .extract()
                .jsonPath();
        JsonPath there = anyone().get("/v1/articles/" + id).jsonPath();
        for (String member : new String[] {
            "headline",
            "alternativeHeadline",
            "standfirst",
            "inLanguage",
            "url",
            "image",
            "datePublished",
            "publisher",
            "articleSection",
            "about",
            "keywords",
            "sections.role",
            "sections.text",
            "sources.label",
            "sources.url",
            "relatedArticles",
            "expires",
            "license",
            "copyrightHolder",
            "usageTerms",
            "subjects"
        }) {
            assertEquals(there.<Object>get(member), back.<Object>get(member), member);
        }
    }

    @Test
    void jsonLdSpeaksTheWordsOfSchemaOrg() {
        String id = published(create(RICH).extract().path("id")).getString("id");
        read(JSON_LD, id)
                .then()
                .contentType(JSON_LD)
                .body("'@context'", equalTo("https://schema.org"))
                .body("'@type'", equalTo("NewsArticle"))
                .body("'@id'", matchesPattern("urn:uuid:[0-9a-f-]{36}"))
                .body("identifier", equalTo(id))
                .body("$", hasKey("datePublished"))
                .body("datePublished", nullValue())
                .body("author.name", contains("Rita", "Edgar"))
                .body("author[0]", not(hasKey("@type")))
                .body("publisher.'@type'", equalTo("Organization"))
                .body("citation.name", contains("The office", "A diary"))
                .body("citation.creativeWorkStatus", contains("paywalled", "unresolved"))
                .body("citation[0].datePublished", equalTo("2026-11"))
                .body("citation[0].isAccessibleForFree", equalTo(false))
                .body(
                        "articleBody",
                        equalTo("It rained & <poured>.\n\nSo wet 🌧.\n\nWhat now?\n\na coat\na hat\n\nRain"))
                .body("about[1].identifier", equalTo("pty_01JRD8VN4Z5D8C7A2V0X3K9QWE"))
                .body("creativeWorkStatus", equalTo("published"))
                .body("$", not(hasKey("correction")));
    }

    @Test
    void aRetractionIsSeenInEveryForm() {
        String id = published(create(RICH).extract().path("id")).getString("id");
        move(id, 4, Tokens.editor(), "{\"to\": \"retracted\", \"reason\": \"It was not so.\"}")
                .statusCode(200);
        read("application/json", id)
                .then()
                .body("notice", equalTo("It was not so."))
                .body("corrections.type", contains("retraction"))
                .body("corrections[0].fromRevision", equalTo(4))
                .body("corrections[0].toRevision", equalTo(5))
                .body("sections.text", hasItem("It rained & <poured>."));
        read(JSON_LD, id)
                .then()
                .body("creativeWorkStatus", equalTo("retracted"))
                .body("correction.text", contains("It was not so."))
                .body("correction[0].'@type'", equalTo("CorrectionComment"))
                .body("correction[0].datePublished", notNullValue());
        assertEquals(
                "Rain on Monday\n\nRetracted: It was not so.\n\nIt rained & <poured>.",
                read("text/plain", id).asString().split("\n\nSo wet")[0]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | application/json",
                "text/* | text/plain",
                "application/ld+json;q=0.8, application/json;q=0.7 | application/ld+json",
                "application/json;q=0.1, application/*;q=0.5 | application/ld+json",
                "text/html, application/xhtml+xml, */*;q=0.8 | application/json",
                "text/plain;q=0, */* | application/json"
            })
    void theFormIsTheOneThatIsLikedBest(String accept, String type) {
        String id = published(create(RICH).extract().path("id")).getString("id");
        for (String path : new String[] {"", "?revision=4", "/revisions/4"}) {
            anyone().accept(accept)
                    .get("/v1/articles/" + id + path)
                    .then()
                    .statusCode(200)
                    .header("Vary", "Accept, Accept-Encoding")
                    .header("Content-Type", containsString(type));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/json;q=0, text/html", "text/plain;q=0.0"})
    void whatIsNotWrittenIsNotAcceptable(String accept) {
        String id = published(create(RICH).extract().path("id")).getString("id");
        anyone().accept(accept)
                .get("/v1/articles/" + id)
                .then()
                .statusCode(406)
                .body("type", equalTo("/problems/not-acceptable"));
    }

    @Test
    void eachFormHasATagOfItsOwn() {
        String id = published(create(RICH).extract().path("id")).getString("id");
        String path = "/v1/articles/" + id;
        String ninjs = read(NINJS, id).header("ETag");
        assertNotEquals(ninjs, read(JSON_LD, id).header("ETag"));
        assertEquals("\"4\"", read("application/json", id).header("ETag"));
        anyone().accept(NINJS)
                .header("If-None-Match", "W/" + ninjs)
                .get(path)
                .then()
                .statusCode(304);
        anyone().accept(JSON_LD).header("If-None-Match", ninjs).get(path).then().statusCode(200);
        anyone().accept(NINJS).head(path).then().statusCode(200).header("ETag", ninjs);
        as(Tokens.editor())
                .header("If-Match", ninjs)
                .contentType("application/merge-patch+json")
                .body("{\"standfirst\": \"Wet.\"}")
                .patch(path + "?changeType=minor_edit&reason=x")
                .then()
                .statusCode(200);
        assertNotEquals(ninjs, read(NINJS, id).header("ETag"));
    }

    private static Response read(String accept, String id) {
        Response answer = anyone().accept(accept).get("/v1/articles/" + id);
        answer.then().statusCode(200);
        return answer;
    }

    private static Set<ValidationMessage> faults(Response item) throws IOException {
        JsonNode json = JSON.readTree(item.asByteArray());
        return schema().validate(json);
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream schema = FormsTest.class.getResourceAsStream("/ninjs/ninjs-schema_3.1.json")) {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(
                            schema,
                            SchemaValidatorsConfig.builder()
                                    .formatAssertionsEnabled(true)
                                    .preloadJsonSchema(false)
                                    .build());
        }
    }
}

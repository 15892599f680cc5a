package org.counterclaim.article;

import static org.counterclaim.article.Newsroom.create;
import static org.counterclaim.article.Newsroom.published;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.counterclaim.kit.fixture.Api;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readers name the members that they want. What they get is not the whole that the contract's schema describes. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class FieldsTest {

    private static final String STORY = """
            {"headline": "Fields %s", "keywords": ["%s"], "articleSection": "Weather", "sections": [{"role": "paragraph", "text": "One."}, {"role": "quote", "text": "Two."}]}""";

    @Test
    void ofOneThingTheyAreItsMembers() {
        String id = published(
                        create(STORY.formatted("one", "fields-one")).extract().path("id"))
                .getString("id");
        read(id, "headline,sections.text,slug", null)
                .statusCode(200)
                .body("", aMapWithSize(3))
                .body("headline", equalTo("Fields one"))
                .body("sections", contains(Map.of("text", "One."), Map.of("text", "Two.")));
    }

    @Test
    void theyAreAVariantWithATagOfItsOwn() {
        String id = published(
                        create(STORY.formatted("two", "fields-two")).extract().path("id"))
                .getString("id");
        String whole = read(id, null, null).extract().header("ETag");
        String tag = read(id, "headline,slug", null)
                .header("ETag", matchesPattern("\"\\d+-[0-9a-f]{16}\""))
                .extract()
                .header("ETag");
        read(id, "slug,headline,slug", null).header("ETag", equalTo(tag));
        read(id, "headline", null).header("ETag", not(equalTo(tag)));
        read(id, "slug,headline", tag).statusCode(304).header("ETag", equalTo(tag));
        read(id, "slug,headline", "W/" + tag).statusCode(304);
        read(id, "slug,headline", whole).statusCode(200);
        read(id, null, tag).statusCode(200);
        // the revision is read from any variant's tag
        Api.as(Tokens.editor())
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .queryParam("changeType", "update")
                .queryParam("reason", "Shorter")
                .body("{\"headline\": \"Fields 2\"}")
                .patch("/v1/articles/" + id)
                .then()
                .statusCode(200);
        read(id, "slug,headline", tag).statusCode(200);
    }

    @Test
    void ofAListTheyAreThoseOfEachItem() {
        for (int i = 0; i < 3; i++) {
            published(create(STORY.formatted("list " + i, "fields-list"))
                    .extract()
                    .path("id"));
        }
        ValidatableResponse page = list("limit=2&keyword=fields-list&facets=section&fields=id,headline")
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items", everyItem(aMapWithSize(2)))
                .body("facets.by.section", notNullValue())
                .body("page.nextCursor", notNullValue());
        String tag = page.extract().header("ETag");
        RestAssured.given()
                .header("If-None-Match", tag)
                .get("/v1/articles?limit=2&keyword=fields-list&facets=section&fields=headline,id")
                .then()
                .statusCode(304);
        String cursor = page.extract().path("page.nextCursor");
        list("limit=2&keyword=fields-list&fields=id&cursor=" + cursor)
                .statusCode(200)
                .body("items", contains(aMapWithSize(1)))
                .body("page.nextCursor", nullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    headlin             | There is no member headlin.
                    id,image.nom        | There is no member image.nom.
                    items.id            | There is no member items.
                    id,                 | commas
                    .id                 | commas
                    $where              | commas
                    """)
    void whatIsNoMemberIsRefused(String fields, String why) {
        // of an empty list too
        for (String path : new String[] {"?keyword=nobody-has-this&fields=", "?fields="}) {
            RestAssured.given()
                    .get("/v1/articles" + path + fields)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors[0].pointer", equalTo("/fields"))
                    .body("errors[0].detail", containsString(why));
        }
    }

    @Test
    void onlyPlainJsonHasMembers() {
        String id = published(create(STORY.formatted("forms", "fields-forms"))
                        .extract()
                        .path("id"))
                .getString("id");
        for (String form : new String[] {"text/plain", "application/ld+json", "application/vnd.iptc.ninjs+json"}) {
            RestAssured.given()
                    .accept(form)
                    .get("/v1/articles/" + id + "?fields=headline")
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/fields"));
        }
        Api.sending(Tokens.editor(), STORY.formatted("a", "b"))
                .post("/v1/articles?fields=id")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-parameter"));
        Api.as(Tokens.editor())
                .get("/v1/articles/exports?fields=id")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-parameter"));
        RestAssured.given()
                .get("/v1/articles/art_01JRD8VN4Z5D8C7A2V0X3K9QWE?fields=headline")
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse list(String query) {
        return RestAssured.given().get("/v1/articles?" + query).then();
    }

    private static ValidatableResponse read(String id, String fields, String ifNoneMatch) {
        return RestAssured.given()
                .headers(ifNoneMatch == null ? Map.of() : Map.of("If-None-Match", ifNoneMatch))
                .queryParams(fields == null ? Map.of() : Map.of("fields", fields))
                .get("/v1/articles/" + id)
                .then();
    }
}

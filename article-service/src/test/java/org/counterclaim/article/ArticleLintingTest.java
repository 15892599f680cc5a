package org.counterclaim.article;

import static org.counterclaim.article.Newsroom.create;
import static org.counterclaim.article.Newsroom.move;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
class ArticleLintingTest {

    private static final String STORY = """
            {"headline": "Forty Linted", "inLanguage": "en",
             "sections": [{"role": "paragraph", "text": "😀 \\"They [all] knew,\\" he said."}],
             "sources": [{"label": "Source 1", "resolution": "unresolved"}]}""";

    private static final String CLEAN = """
            {"headline": "Clean and Linted", "inLanguage": "en", "author": [{"name": "A. Author"}],
             "datePublished": {"value": "2026-11-28", "precision": "day"},
             "sections": [{"role": "paragraph", "text": "It rained on Monday."}]}""";

    @Test
    void aTextIsReadAndNotKept() {
        sending(Tokens.reporter(), STORY)
                .post("/v1/articles:lint")
                .then()
                .statusCode(200)
                .body(
                        "items.id",
                        contains(
                                "missing_date_published",
                                "unresolved_source:src_1",
                                "missing_byline",
                                "editorial_insertion_in_quote:s1:8"))
                .body("items.target", contains("article", "src_1", "article", "s1"))
                .body("items[0].span", nullValue())
                .body("items[3].severity", equalTo("warning"))
                .body("items[3].span.sectionId", equalTo("s1"))
                .body("items[3].span.start", equalTo(8))
                .body("items[3].span.end", equalTo(13))
                .body("items[3].span.exact", equalTo("[all]"));
        as(Tokens.reporter()).get("/v1/articles?q=linted").then().body("items.headline", empty());
        sending(Tokens.reporter(), CLEAN).post("/v1/articles:lint").then().body("items", empty());
    }

    @Test
    void whatIsNoArticleIsRefused() {
        sending(Tokens.reporter(), "{\"headline\": \"\"}")
                .post("/v1/articles:lint")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/headline"));
    }

    @Test
    void nothingIsPublishedOverAnErrorThatNobodyAnswersFor() {
        String id = create(STORY.replace("Forty", "Gate").replace("Linted", "kept"))
                .statusCode(201)
                .extract()
                .path("id");
        move(id, 1, Tokens.reporter(), "{\"to\": \"in_review\"}").statusCode(200);
        move(id, 2, Tokens.editor(), "{\"to\": \"approved\"}").statusCode(200);
        String publish = "{\"to\": \"published\", \"acknowledgeFlags\": [%s]}";
        String date = "{\"flagId\": \"missing_date_published\", \"reason\": \"Nobody knows.\"}";
        String source = "{\"flagId\": \"unresolved_source:src_1\", \"reason\": \"It is lost.\"}";
        move(id, 3, Tokens.editor(), publish.formatted(""))
                .statusCode(409)
                .body("errors.code", contains("missing_date_published", "unresolved_source:src_1"));
        move(id, 3, Tokens.editor(), publish.formatted(date))
                .statusCode(409)
                .body("errors.code", contains("unresolved_source:src_1"));
        move(id, 3, Tokens.editor(), publish.formatted(source.replace("It is lost.", " ")))
                .statusCode(422)
                .body("errors.pointer", hasItem("/acknowledgeFlags/0/reason"));
        move(id, 3, Tokens.editor(), publish.formatted(date + "," + source)).statusCode(200);
        String clean = create(CLEAN.replace("Linted", "kept"))
                .statusCode(201)
                .extract()
                .path("id");
        move(clean, 1, Tokens.reporter(), "{\"to\": \"in_review\"}").statusCode(200);
        move(clean, 2, Tokens.editor(), "{\"to\": \"approved\"}").statusCode(200);
        move(clean, 3, Tokens.editor(), "{\"to\": \"published\"}").statusCode(200);
        assertEquals(
                4, as(Tokens.editor()).get("/v1/articles/" + clean).jsonPath().getInt("revision"));
    }
}

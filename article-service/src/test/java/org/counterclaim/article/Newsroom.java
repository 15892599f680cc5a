package org.counterclaim.article;

import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.counterclaim.kit.fixture.Tokens;

/** What a newsroom does with articles, in its own words. */
final class Newsroom {

    private Newsroom() {}

    static String story(String headline) {
        return """
                {"headline": "%s", "inLanguage": "en", "keywords": ["test"],
                 "sections": [{"role": "paragraph", "text": "It rained on Monday."}]}""".formatted(headline);
    }

    static ValidatableResponse create(String json) {
        return sending(Tokens.reporter(), json).post("/v1/articles").then();
    }

    static JsonPath aDraft(String headline) {
        return create(story(headline)).statusCode(201).extract().jsonPath();
    }

    static JsonPath aPublishedArticle(String headline) {
        return published(aDraft(headline).getString("id"));
    }

    static JsonPath published(String id) {
        move(id, 1, Tokens.reporter(), "{\"to\": \"in_review\"}").statusCode(200);
        move(id, 2, Tokens.editor(), "{\"to\": \"approved\"}").statusCode(200);
        List<String> flags = as(Tokens.editor())
                .get("/v1/articles/" + id + "/flags")
                .then()
                .extract()
                .path("items.id");
        String acknowledged = flags.stream()
                .map(flag -> "{\"flagId\": \"" + flag + "\", \"reason\": \"Nobody knows.\"}")
                .collect(Collectors.joining(","));
        return move(id, 3, Tokens.editor(), "{\"to\": \"published\", \"acknowledgeFlags\": [" + acknowledged + "]}")
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static ValidatableResponse move(String id, int revision, String token, String move) {
        return sending(token, revision, move)
                .post("/v1/articles/" + id + "/transitions")
                .then();
    }
}

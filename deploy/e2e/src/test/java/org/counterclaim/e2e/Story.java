package org.counterclaim.e2e;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;

/**
 * A story with one claim in it, both public.
 *
 * @param party who says it
 */
record Story(String article, String claim, String party) {

    private static final String SENTENCE = "It rained.";

    /** A new one. */
    static Story publishedIn(RunningSystem system) {
        String article = create(system, "/v1/articles", """
                {"headline": "Weather", "datePublished": {"value": "2026", "precision": "year"},
                 "sections": [{"role": "paragraph", "text": "%s"}]}""".formatted(SENTENCE));
        publish(system, "/v1/articles/" + article);
        String party = create(system, "/v1/parties", "{\"type\": \"Person\", \"name\": \"A person\"}");
        String claim = create(system, "/v1/claims", claim(article, party, SENTENCE));
        publish(system, "/v1/claims/" + claim);
        await().untilAsserted(() -> system.anyone()
                .get("/v1/stories/" + article)
                .then()
                .statusCode(200)
                .body("claims.items", hasSize(1)));
        return new Story(article, claim, party);
    }

    /** Body of a request that writes one more claim. */
    String anotherClaim(String text) {
        return claim(article, party, text);
    }

    private static String claim(String article, String party, String text) {
        return """
                {"text": "%s", "shortText": "%s", "positions": [{"party": "%s", "stance": "affirms"}],
                 "appearances": [{"articleId": "%s", "articleRevision": 1, "sectionId": "s1", "quotationType": "none",
                   "selector": {"quote": {"exact": "%s"}, "position": {"start": 0, "end": %d}}}]}""".formatted(text, text, party, article, SENTENCE, SENTENCE.length());
    }

    private static String create(RunningSystem system, String path, String body) {
        return system.as("reporter")
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void publish(RunningSystem system, String path) {
        move(system, path, "reporter", 1, "in_review");
        move(system, path, "editor", 2, "approved");
        move(system, path, "editor", 3, "published");
    }

    private static void move(RunningSystem system, String path, String role, int seen, String to) {
        system.as(role)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + seen + "\"")
                .body("{\"to\": \"" + to + "\"}")
                .post(path + "/transitions")
                .then()
                .statusCode(200);
    }
}

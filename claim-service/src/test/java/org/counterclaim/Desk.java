package org.counterclaim;

import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;

import io.restassured.response.ValidatableResponse;
import org.counterclaim.kit.fixture.Tokens;

/** What a newsroom does with claims, in its own words. */
public final class Desk {

    private Desk() {}

    /** The id of a new party. */
    public static String aParty(String name, String side) {
        String camp = side == null ? "" : ", \"side\": \"" + side + "\"";
        return post("/v1/parties", "{\"type\": \"Person\", \"name\": \"" + name + "\"" + camp + "}")
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A place in an article, as a body has it. Offsets are found in the text, in code points. */
    public static String at(String articleId, String sectionId, String text, String exact) {
        int from = text.indexOf(exact);
        int start = text.codePointCount(0, from);
        int end = start + exact.codePointCount(0, exact.length());
        return place(articleId, sectionId, exact, start, end);
    }

    public static String place(String articleId, String sectionId, String exact, int start, int end) {
        return """
                {"articleId": "%s", "articleRevision": 1, "sectionId": "%s", "quotationType": "indirect_quote",
                 "selector": {"quote": {"exact": "%s"}, "position": {"start": %d, "end": %d}}}""".formatted(articleId, sectionId, exact.replace("\"", "\\\""), start, end);
    }

    /** A position, as a body has it. */
    public static String position(String party, String stance) {
        return "{\"party\": \"" + party + "\", \"stance\": \"" + stance + "\"}";
    }

    /** A claim that appears there, with these positions, as a body has it. */
    public static String claim(String text, String appearances, String... positions) {
        return "{\"text\": \"%s\", \"shortText\": \"%s\", \"appearances\": [%s], \"positions\": [%s]}"
                .formatted(text, text, appearances, String.join(",", positions));
    }

    /** The id of a new draft. */
    public static String aDraft(String body) {
        return post("/v1/claims?allowDuplicate=true", body)
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The id of a claim that readers see, at revision 4. */
    public static String aPublishedClaim(String body) {
        String id = aDraft(body);
        move(id, 1, Tokens.reporter(), "in_review").statusCode(200);
        move(id, 2, Tokens.editor(), "approved").statusCode(200);
        move(id, 3, Tokens.editor(), "published").statusCode(200);
        return id;
    }

    public static ValidatableResponse move(String id, int revision, String token, String to) {
        return sending(token, revision, "{\"to\": \"" + to + "\", \"reason\": \"Because.\"}")
                .post("/v1/claims/" + id + "/transitions")
                .then();
    }

    public static ValidatableResponse post(String path, String body) {
        return sending(Tokens.reporter(), body).post(path).then();
    }

    public static ValidatableResponse read(String path) {
        return as(Tokens.reporter()).get(path).then();
    }
}

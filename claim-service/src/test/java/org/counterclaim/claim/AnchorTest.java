package org.counterclaim.claim;

import static org.awaitility.Awaitility.await;
import static org.counterclaim.Desk.aDraft;
import static org.counterclaim.Desk.aParty;
import static org.counterclaim.Desk.aPublishedClaim;
import static org.counterclaim.Desk.at;
import static org.counterclaim.Desk.position;
import static org.counterclaim.Desk.read;
import static org.counterclaim.Newspaper.aHiddenArticle;
import static org.counterclaim.Newspaper.aPublicArticle;
import static org.counterclaim.Newspaper.print;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.counterclaim.Desk;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;

/** What becomes of a claim's places when the article changes under them. */
@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class AnchorTest {

    private static final String TEXT = "The minister told the reporters that it raned on Monday in Kyiv, and a lot.";
    private static final String MENDED = "The minister told the reporters that it rained on Monday in Kyiv, and a lot.";
    private static final String QUOTE = "it raned on Monday in Kyiv";
    private static final String NOTHING = "The minister told the reporters nothing.";
    private static final String WHY = "?changeType=minor_edit&reason=A+typo";

    @Test
    void whatIsNearlyTheSameIsUncertainUntilAnEditorConfirmsIt() {
        String article = aPublicArticle(TEXT);
        String id = aPublishedClaim(claim("Nearly the same.", at(article, "s1", TEXT, QUOTE)));
        String place = placeOf(id);
        print(article, true, 2, MENDED);
        awaitFlags(id, "anchor_fuzzy");
        anyone().get("/v1/claims/" + id)
                .then()
                .header("ETag", matchesPattern("\"4-[0-9a-f]{16}\""))
                .body("revision", equalTo(4))
                .body("flags[0].target", equalTo(place))
                .body("appearances[0].selector.quote.exact", equalTo(QUOTE));
        read("/v1/claims?articleId=" + article).body("items.flags.code.flatten()", contains("anchor_fuzzy"));
        anyone().get("/v1/claims/" + id + "/appearances")
                .then()
                .statusCode(200)
                .body("anchors.appearanceId", contains(place))
                .body("anchors.state", contains("fuzzy"))
                .body("anchors.articleRevision", contains(2))
                .body("anchors.start", contains(37))
                .body("anchors.end", contains(64));
        assertSpan(article, "fuzzy", 37, 64);
        String confirm = "/v1/claims/" + id + "/appearances/" + place + ":confirm";
        sending(Tokens.editor(), 4, "{\"articleRevision\": 2}")
                .post(confirm)
                .then()
                .statusCode(422);
        sending(Tokens.editor(), 4, "{\"articleRevision\": 2}")
                .post(confirm + WHY)
                .then()
                .statusCode(200)
                .header("ETag", "\"5\"")
                .body("id", equalTo(place))
                .body("articleRevision", equalTo(2))
                .body("selector.quote.exact", equalTo("it rained on Monday in Kyiv"))
                .body("selector.quote.prefix", equalTo("inister told the reporters that "));
        anyone().get("/v1/claims/" + id).then().header("ETag", "\"5\"").body("flags", empty());
        anyone().get("/v1/claims/" + id + "?revision=4").then().body("appearances[0].articleRevision", equalTo(1));
        assertSpan(article, "exact", 37, 64);
    }

    @Test
    void whatIsLostIsFlaggedUntilItIsThereAgain() {
        String article = aPublicArticle(TEXT);
        String id = aPublishedClaim(claim("Lost.", at(article, "s1", TEXT, QUOTE)));
        print(article, true, 2, NOTHING);
        awaitFlags(id, "anchor_orphaned");
        confirm(id, placeOf(id), Tokens.editor(), 4).statusCode(409);
        anyone().get("/v1/claims/by-article/" + article).then().body("sectionSpans", empty());
        print(article, true, 3, "Another paragraph.", TEXT);
        awaitFlags(id);
        anyone().get("/v1/claims/" + id + "/appearances").then().body("anchors.state", contains("moved"));
        anyone().get("/v1/claims/by-article/" + article)
                .then()
                .body("sectionSpans.sectionId", contains("s2"))
                .body("sectionSpans.anchorState", contains("moved"));
    }

    @Test
    void aQuoteOfAPositionIsConfirmedToo() {
        String article = aPublicArticle(TEXT);
        String party = aParty("Quoted and mended", null);
        String quoted =
                position(party, "affirms").replace("}", ", \"appearances\": [" + at(article, "s1", TEXT, QUOTE) + "]}");
        String id = aDraft(claim("Of a position.", at(article, "s1", TEXT, "The minister"), quoted));
        String place = read("/v1/claims/" + id).extract().path("positions[0].appearances[0].id");
        print(article, true, 2, MENDED);
        awaitFlags(id, "anchor_fuzzy");
        confirm(id, place, Tokens.editor(), 1).statusCode(200);
        read("/v1/claims/" + id)
                .body("positions[0].appearances[0].articleRevision", equalTo(2))
                .body("positions[0].stance", equalTo("affirms"))
                .body("flags", empty());
    }

    @Test
    void onlyWhatIsUncertainIsConfirmedAndOnlyAsItWasSeen() {
        String article = aPublicArticle(TEXT);
        String elsewhere = "{\"url\": \"https://example.org/x\"}";
        String id = aDraft(claim("Only that.", at(article, "s1", TEXT, QUOTE) + "," + elsewhere));
        String place = placeOf(id);
        confirm(id, place, Tokens.reporter(), 1).statusCode(403);
        confirm(id, place, Tokens.editor(), 1).statusCode(409);
        confirm(id, "app_x", Tokens.editor(), 1).statusCode(404);
        confirm(id, read("/v1/claims/" + id).extract().path("appearances[1].id"), Tokens.editor(), 1)
                .statusCode(404);
        confirm(id, place, Tokens.editor(), 7).statusCode(412).header("ETag", "\"1\"");
        sending(Tokens.editor(), "{\"articleRevision\": 1}")
                .post("/v1/claims/" + id + "/appearances/" + place + ":confirm")
                .then()
                .statusCode(428);
        sending(Tokens.editor(), 1, "{}")
                .post("/v1/claims/" + id + "/appearances/" + place + ":confirm")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/articleRevision"));
        print(article, true, 3, MENDED);
        awaitFlags(id, "anchor_fuzzy");
        sending(Tokens.editor(), 1, "{\"articleRevision\": 2}")
                .post("/v1/claims/" + id + "/appearances/" + place + ":confirm")
                .then()
                .statusCode(409);
        Newspaper.remove(article);
        confirm(id, place, Tokens.editor(), 1).statusCode(451);
        awaitFlags(id, "anchor_orphaned");
    }

    @Test
    void whatIsFoundInAHiddenStoryIsNotShown() {
        String shown = aPublicArticle(TEXT);
        String hidden = aHiddenArticle(TEXT);
        String id = aPublishedClaim(
                claim("Half hidden.", at(shown, "s1", TEXT, QUOTE) + "," + at(hidden, "s1", TEXT, QUOTE)));
        print(hidden, false, 2, NOTHING);
        awaitFlags(id, "anchor_orphaned");
        anyone().get("/v1/claims/" + id).then().statusCode(200).body("flags", empty());
        anyone().get("/v1/claims/" + id + "/appearances").then().body("anchors", empty());
    }

    /** A draft of somebody who edits an article: nobody has heard of it yet when it is shown. */
    @Test
    void aTextThatIsNewIsSearchedAtOnce() {
        String article = aPublicArticle(TEXT);
        aPublishedClaim(claim("At once.", at(article, "s1", TEXT, QUOTE)));
        print(article, true, 2, "A new beginning.", TEXT);
        as(Tokens.reporter())
                .get("/v1/claims/by-article/" + article)
                .then()
                .body("articleRevision", equalTo(2))
                .body("sectionSpans.anchorState", contains("moved"));
    }

    /** With a date, so that nothing else is flagged. */
    private static String claim(String text, String appearances, String... positions) {
        return Desk.claim(text, appearances, positions)
                .replaceFirst("\\{", "{\"claimDate\": {\"value\": \"2025\", \"precision\": \"year\"}, ");
    }

    private static void assertSpan(String article, String state, int start, int end) {
        anyone().get("/v1/claims/by-article/" + article)
                .then()
                .body("sectionSpans.anchorState", contains(state))
                .body("sectionSpans.start", contains(start))
                .body("sectionSpans.end", contains(end));
    }

    private static ValidatableResponse confirm(String id, String place, String token, int revision) {
        int article = revision == 7 ? 1 : articleRevision(id);
        return sending(token, revision, "{\"articleRevision\": " + article + "}")
                .post("/v1/claims/" + id + "/appearances/" + place + ":confirm" + WHY)
                .then();
    }

    /** The one that was last found to have the quote elsewhere, else the one it was taken from. */
    private static int articleRevision(String id) {
        Integer found = read("/v1/claims/" + id + "/appearances").extract().path("anchors[0].articleRevision");
        return found == null ? 1 : found;
    }

    private static String placeOf(String id) {
        return read("/v1/claims/" + id).extract().path("appearances[0].id");
    }

    private static void awaitFlags(String id, String... codes) {
        await().untilAsserted(() ->
                read("/v1/claims/" + id).body("flags.code", codes.length == 0 ? empty() : hasItems(codes)));
    }
}

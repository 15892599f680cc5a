package org.counterclaim.claim;

import static org.counterclaim.Desk.aParty;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.Desk.place;
import static org.counterclaim.Desk.position;
import static org.counterclaim.Desk.post;
import static org.counterclaim.Desk.read;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class BadClaimTest {

    private static final String GOOD = "\"text\": \"x\", \"shortText\": \"x\"";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\": | 400 | malformed | ",
                "{GOOD, \"disputeStatus\": \"agreed\"} | 400 | malformed | /disputeStatus",
                "{GOOD, \"revision\": 7} | 400 | malformed | /revision",
                "{GOOD, \"editorialStatus\": \"published\"} | 400 | malformed | /editorialStatus",
                "{GOOD, \"author\": {\"$ne\": null}} | 400 | malformed | /author",
                "{GOOD, \"positions\": [{\"party\": \"p\", \"stance\": \"shrugs\"}]} | 400 | malformed | /positions/0/stance",
                "{GOOD, \"positions\": [{\"party\": \"p\", \"stance\": \"affirms\", \"side\": \"UA\"}]} | 400 | malformed | /positions/0/side",
                "{} | 422 | validation | /text",
                "{\"text\": \"x\", \"shortText\": \"LONG\"} | 422 | validation | /shortText",
                "{GOOD, \"author\": \"pty_x\"} | 422 | validation | /author",
                "{GOOD, \"positions\": [{\"party\": \"pty_x\", \"stance\": \"affirms\"}]} | 422 | validation | /positions/0/party",
                "{GOOD, \"positions\": [{\"stance\": \"affirms\"}]} | 422 | validation | /positions/0/party",
                "{GOOD, \"appearances\": [{\"url\": \"ftp://x\"}]} | 422 | validation | /appearances/0/url",
                "{GOOD, \"appearances\": [{}]} | 422 | validation | /appearances/0",
                "{GOOD, \"appearances\": [{\"url\": \"https://x.org\", \"sectionId\": \"s1\"}]} | 422 | validation | /appearances/0",
                "{GOOD, \"quantities\": [{\"comparator\": \"range\", \"value\": 1, \"unitText\": \"x\"}]} | 422 | validation | /quantities/0",
                "{GOOD, \"quantities\": [{\"comparator\": \"exact\", \"value\": 1e400000, \"unitText\": \"x\"}]} | 422 | validation | /quantities/0/value",
                "{GOOD, \"quantities\": [{\"comparator\": \"exact\", \"value\": \"many\", \"unitText\": \"x\"}]} | 400 | malformed | /quantities/0/value",
                "{GOOD, \"claimDate\": {\"value\": \"2025\", \"precision\": \"day\"}} | 422 | validation | /claimDate"
            })
    void aBodyThatIsWrongIsAnsweredWithWhereAndNothingIsWritten(String body, int status, String code, String pointer) {
        String before = everything();
        post("/v1/claims", body.replace("GOOD", GOOD).replace("LONG", "\uD83D\uDE00".repeat(76)))
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + code))
                .body(
                        pointer == null ? "status" : "errors.pointer",
                        pointer == null ? equalTo(status) : hasItem(pointer));
        assertEquals(before, everything());
    }

    @Test
    void seventyFiveCodePointsAreShortEnough() {
        post("/v1/claims", "{\"text\": \"x\", \"shortText\": \"" + "\uD83D\uDE00".repeat(75) + "\"}")
                .statusCode(201);
    }

    @Test
    void whatTheArticleDoesNotSayIsNotQuoted() {
        String text = "\uD83D\uDE00 It rained on Monday.";
        String article = Newspaper.aPublicArticle(text);
        // what a language that counts UTF-16 units would send
        mismatch(place(article, "s1", "It rained", 3, 12), "/appearances/0/selector");
        mismatch(place(article, "s1", "It snowed", 2, 11), "/appearances/0/selector");
        mismatch(place(article, "s1", "It rained", 2, 900), "/appearances/0/selector");
        mismatch(place(article, "s9", "It rained", 2, 11), "/appearances/0/sectionId");
        mismatch(place("art_01ARZ3NDEKTSV4RRFFQ69G5FAV", "s1", "It rained", 2, 11), "/appearances/0/articleId");
        mismatch(
                place(article, "s1", "It rained", 2, 11).replace("\"exact\"", "\"prefix\": \"elsewhere\", \"exact\""),
                "/appearances/0/selector");
        post("/v1/claims", claim("Emoji.", place(article, "s1", "It rained", 2, 11)))
                .statusCode(201);
    }

    @Test
    void aPositionThatIsQuotedWronglyIsPointedAt() {
        String article = Newspaper.aPublicArticle("It rained on Monday.");
        String party = aParty("Quoted", null);
        String quoted = position(party, "affirms")
                .replace("}", ", \"appearances\": [" + place(article, "s1", "It snowed", 0, 9) + "]}");
        post("/v1/claims", claim("Quoted.", "", position(party, "affirms"), quoted))
                .statusCode(422)
                .body("type", equalTo("/problems/selector-mismatch"))
                .body("errors.pointer", contains("/positions/1/appearances/0/selector"));
        post("/v1/claims", claim("Known.", "", position(party, "affirms").replace("}", ", \"evidence\": [\"evd_x\"]}")))
                .statusCode(422)
                .body("errors.pointer", contains("/positions/0/evidence/0"));
        post("/v1/claims", claim("First.", "", position(party, "withdraws")))
                .statusCode(422)
                .body("errors.pointer", contains("/positions/0/supersedes"));
    }

    static Stream<String> badTokens() {
        return Stream.of(Tokens.expired(), Tokens.unsigned(), Tokens.forAudience("others"), "nonsense");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aBadTokenIsRefused(String token) {
        sending(token, "{" + GOOD + "}").post("/v1/claims").then().statusCode(401);
        as(token).get("/v1/claims").then().statusCode(401);
    }

    @Test
    void partiesAndEvidenceAreForTheNewsroom() {
        anyone().get("/v1/parties").then().statusCode(401);
        as(Tokens.service()).get("/v1/evidence").then().statusCode(403);
        sending(Tokens.service(), "{" + GOOD + "}").post("/v1/claims").then().statusCode(403);
        read("/v1/parties/pty_x").statusCode(404);
        read("/v1/evidence/evd_x").statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"limit=abc, limit", "cursor=forged, cursor", "sort=text, sort", "bucket=odd, bucket", "x=y, x"})
    void aWrongQueryParameterIsNamed(String query, String name) {
        anyone().get("/v1/claims?" + query).then().statusCode(400).body("errors.pointer", contains("/" + name));
    }

    private static void mismatch(String appearance, String pointer) {
        post("/v1/claims", claim("Never written.", appearance))
                .statusCode(422)
                .body("type", equalTo("/problems/selector-mismatch"))
                .body("errors.pointer", contains(pointer));
    }

    private static String everything() {
        return read("/v1/claims?limit=200").extract().path("items.id").toString();
    }

    @Test
    void whatIsOneOfSeveralIsSaidAsItIsWritten() {
        post("/v1/parties", "{\"type\": \"Alien\", \"name\": \"x\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/type"))
                .body("detail", containsString("[Person, Organization, GovernmentOrganization,"));
        post("/v1/claims", "{" + GOOD + ", \"claimType\": [\"rumour\"]}")
                .statusCode(400)
                .body("detail", containsString("[event_property, numerical,"));
    }

    @Test
    void noAnswerSpeaksOfTheFramework() {
        String party = "/v1/parties/" + aParty("Spoken of", null);
        as(Tokens.reporter())
                .accept("text/plain")
                .get(party)
                .then()
                .statusCode(406)
                .body("detail", equalTo("No representation fits the Accept header."));
        sending(Tokens.reporter(), 1, "{}")
                .patch(party)
                .then()
                .statusCode(415)
                .header("Accept-Patch", "application/merge-patch+json")
                .body("detail", equalTo("The media type is not supported."));
    }
}

package org.counterclaim.claim;

import static org.counterclaim.Desk.aDraft;
import static org.counterclaim.Desk.aParty;
import static org.counterclaim.Desk.at;
import static org.counterclaim.Desk.claim;
import static org.counterclaim.Desk.position;
import static org.counterclaim.Desk.read;
import static org.counterclaim.Newspaper.aPublicArticle;
import static org.counterclaim.kit.fixture.Answers.assertReplays;
import static org.counterclaim.kit.fixture.Answers.assertSame;
import static org.counterclaim.kit.fixture.Answers.atOnce;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.counterclaim.Newspaper;
import org.counterclaim.kit.fixture.LocalParts;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalParts.class)
@QuarkusTestResource(Newspaper.class)
class IdempotencyTest {

    private static final String TEXT = "The minister said that \uD83D\uDE00 it rained on Monday, and a lot.";

    private String place;
    private String party;

    @BeforeEach
    void setUp() {
        place = at(aPublicArticle(TEXT), "s1", TEXT, "it rained on Monday");
        party = aParty("The minister", "UA");
    }

    @Test
    void aPartyIsMadeOnce() {
        assertMadeOnce(
                "/v1/parties",
                0,
                "{\"type\": \"Person\", \"name\": \"Once\", \"sameAs\": [\"https://example.org/x\"], \"side\": \"UA\"}");
    }

    @Test
    void evidenceIsMadeOnce() {
        assertMadeOnce("/v1/evidence", 0, """
                {"kind": "document", "name": "A list", "heldBy": "%s", "access": "described_only",
                 "independentOfParties": false, "appearances": [%s]}""".formatted(party, place));
    }

    @Test
    void aClaimIsMadeOnceWithAllItsParts() {
        assertMadeOnce("/v1/claims", 0, """
                {"text": "At least 1.50 litres.", "shortText": "Rain", "inLanguage": "en", "author": "%s",
                 "claimType": ["numerical"], "hedge": {"level": "possible", "cues": ["may"], "by": "speaker"},
                 "quantities": [{"value": 1.50, "comparator": "at_least", "unitText": "litre"},
                                {"minValue": 1e3, "maxValue": 2000.000, "comparator": "range", "unitText": "drop"}],
                 "claimDate": {"value": "2025-04", "precision": "month"}, "about": ["rain"],
                 "appearances": [%s, {"url": "https://example.org/x", "datePublished": {"value": null, "precision": "unknown"}}],
                 "positions": [{"party": "%s", "stance": "affirms", "note": "So he said.", "appearances": [%s]}]}""".formatted(party, place, party, place));
    }

    @Test
    void aPositionIsAddedOnce() {
        String id = aDraft(claim("Positions.", place));
        assertMadeOnce("/v1/claims/" + id + "/positions", 1, position(party, "affirms"));
        read("/v1/claims/" + id + "/positions").body("items", hasSize(1));
        read("/v1/claims/" + id).header("ETag", "\"2\"");
    }

    @Test
    void aPositionIsSupersededOnce() {
        String id = aDraft(claim("Minds.", place, position(party, "affirms")));
        String first = read("/v1/claims/" + id).extract().path("positions[0].id");
        assertMadeOnce("/v1/claims/" + id + "/positions/" + first + ":supersede", 1, position(party, "withdraws"));
        read("/v1/claims/" + id + "/positions").body("items", hasSize(2));
    }

    @Test
    void aPlaceIsAddedOnceWhateverComesLater() {
        String id = aDraft(claim("Places.", place));
        String path = "/v1/claims/" + id + "/appearances";
        String key = aKey();
        Response first = send(key, path, 1, place);
        sending(Tokens.reporter(), 2, position(party, "affirms"))
                .post("/v1/claims/" + id + "/positions")
                .then()
                .statusCode(201);
        as(Tokens.reporter())
                .header("If-Match", "\"3\"")
                .delete(path + "/" + first.path("id"))
                .then()
                .statusCode(204);
        assertReplays(first, send(key, path, 1, place));
        read(path).body("items", hasSize(1));
    }

    @Test
    void fiftyAtOnceAddOnePosition() {
        String id = aDraft(claim("Fifty at once.", place));
        String key = aKey();
        List<Response> answers =
                atOnce(50, () -> send(key, "/v1/claims/" + id + "/positions", 1, position(party, "affirms")));
        answers.forEach(answer -> assertSame(answers.get(0), answer));
        answers.get(0).then().statusCode(201).header("ETag", "\"2\"");
        read("/v1/claims/" + id + "/positions").body("items", hasSize(1));
    }

    @Test
    void aKeyBelongsToOnePath() {
        String one = aDraft(claim("One.", place));
        String other = aDraft(claim("Other.", place));
        String key = aKey();
        send(key, "/v1/claims/" + one + "/positions", 1, position(party, "affirms"))
                .then()
                .statusCode(201);
        send(key, "/v1/claims/" + other + "/positions", 1, position(party, "affirms"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-conflict"));
        send(key, "/v1/claims/" + one + "/positions?changeType=update&reason=x", 2, position(party, "affirms"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-conflict"));
        read("/v1/claims/" + other).body("positions", hasSize(0));
    }

    @Test
    void whatWasRefusedMayBeSentAgainBetter() {
        String id = aDraft(claim("Refused.", place));
        String path = "/v1/claims/" + id + "/positions";
        String key = aKey();
        send(key, path, 7, position(party, "affirms")).then().statusCode(412);
        send(key, path, 1, position("pty_unknown", "affirms"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/party"));
        send(key, path, 1, position(party, "affirms")).then().statusCode(201).header("ETag", "\"2\"");
        String otherKey = aKey();
        send(otherKey, "/v1/claims", 0, claim("Refused.", place, position("pty_unknown", "affirms")))
                .then()
                .statusCode(422);
        // not even the kind of thing need be the same
        send(otherKey, "/v1/parties", 0, "{\"type\": \"Person\", \"name\": \"Refused\"}")
                .then()
                .statusCode(201);
    }

    @Test
    void whatFailedMayBeSentAgainAtOnce() {
        String key = aKey();
        String body = claim("Failed.", place);
        Newspaper.whileBroken(
                Fault.CONNECTION_RESET_BY_PEER,
                () -> send(key, "/v1/claims", 0, body).then().statusCode(503));
        Response made = send(key, "/v1/claims", 0, body);
        assertEquals(201, made.statusCode());
        assertReplays(made, send(key, "/v1/claims", 0, body));
    }

    @Test
    void ofManyThatTryAgainWhatFailedOneMakesIt() {
        String key = aKey();
        String body = claim("Failed for many.", place);
        Newspaper.whileBroken(
                Fault.CONNECTION_RESET_BY_PEER,
                () -> send(key, "/v1/claims", 0, body).then().statusCode(503));
        List<Response> answers = atOnce(10, () -> send(key, "/v1/claims", 0, body));
        answers.forEach(answer -> assertSame(answers.get(0), answer));
        assertEquals(201, answers.get(0).statusCode());
    }

    private static void assertMadeOnce(String path, int revision, String body) {
        String key = aKey();
        Response first = send(key, path, revision, body);
        assertEquals(201, first.statusCode(), first.asString());
        assertNull(first.header("Idempotency-Replayed"));
        assertReplays(first, send(key, path, revision, body));
        send(key, path, revision, body + " ")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-conflict"));
    }

    /** @param revision what the sender has seen; 0 for nothing */
    private static Response send(String key, String path, int revision, String body) {
        RequestSpecification request =
                revision == 0 ? sending(Tokens.editor(), body) : sending(Tokens.editor(), revision, body);
        return request.header("Idempotency-Key", key).post(path);
    }

    private static String aKey() {
        return UUID.randomUUID().toString();
    }
}

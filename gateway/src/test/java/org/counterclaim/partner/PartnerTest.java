package org.counterclaim.partner;

import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.counterclaim.fixture.Partnership;
import org.counterclaim.fixture.Postgres;
import org.counterclaim.fixture.Services;
import org.counterclaim.kit.fixture.Answers;
import org.counterclaim.kit.fixture.Issuers;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Services.class)
@QuarkusTestResource(Issuers.class)
@QuarkusTestResource(Postgres.class)
class PartnerTest {

    private final String name = "Outlet " + UUID.randomUUID();

    @BeforeEach
    void theTablesAreThere() {
        Partnership.awaitTables();
    }

    @Test
    void aPartnerIsRegisteredReadAndChanged() {
        Response made = create("{\"name\": \"%s\", \"plan\": \"free\", \"contactEmail\": \"desk@example.org\"}");
        made.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("id", matchesPattern("prt_[0-9A-HJKMNP-TV-Z]{26}"))
                .body("plan", is("free"));
        String path = made.header("Location");
        as(Tokens.admin()).get(path).then().statusCode(200).body("name", is(name));
        as(Tokens.admin()).header("If-None-Match", "\"1\"").get(path).then().statusCode(304);
        sending(Tokens.admin(), 1, "{\"name\": \"%s\", \"plan\": \"standard\"}".formatted(name))
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("plan", is("standard"))
                .body("contactEmail", nullValue());
        sending(Tokens.admin(), 1, "{\"name\": \"%s\", \"plan\": \"free\"}".formatted(name))
                .put(path)
                .then()
                .statusCode(412)
                .header("ETag", "\"2\"");
        sending(Tokens.admin(), "{\"name\": \"%s\", \"plan\": \"free\"}".formatted(name))
                .put(path)
                .then()
                .statusCode(428);
    }

    @Test
    void aPartnerThatHasEndedStaysOnRecord() {
        Partnership partner = Partnership.on("free");
        String key = partner.key("read").id();
        String path = "/v1/partners/" + partner.id();
        as(Tokens.admin()).delete(path).then().statusCode(428);
        as(Tokens.admin()).header("If-Match", "\"1\"").delete(path).then().statusCode(204);
        as(Tokens.admin()).header("If-Match", "\"2\"").delete(path).then().statusCode(410);
        as(Tokens.admin()).get(path).then().statusCode(200).body("endedAt", notNullValue());
        as(Tokens.admin()).get("/v1/api-keys/" + key).then().body("revokedAt", notNullValue());
        sending(Tokens.admin(), keyFor(partner.id(), "[\"read\"]", ""))
                .post("/v1/api-keys")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/partnerId"));
    }

    @Test
    void twoLivePartnersNeverShareAName() {
        create("{\"name\": \"%s\", \"plan\": \"free\"}").then().statusCode(201);
        sending(Tokens.admin(), "{\"name\": \"%s\", \"plan\": \"free\"}".formatted(name.toUpperCase()))
                .post("/v1/partners")
                .then()
                .statusCode(409)
                .body("type", is("/problems/conflict"));
    }

    @Test
    void whatIsWrongIsPointedAt() {
        create("{\"name\": \" \", \"plan\": \"free\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/name"));
        create("{\"name\": \"%s\", \"plan\": \"gold\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/plan"));
        create("{\"name\": \"%s\", \"plan\": \"free\", \"contactEmail\": \"desk\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/contactEmail"));
        create("{\"name\": \"%s\", \"plan\": \"free\", \"revision\": 7}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/revision"));
        as(Tokens.admin())
                .get("/v1/partners/prt_01JRD8VN4Z5D8C7A2V0X3K9QWE")
                .then()
                .statusCode(404);
        as(Tokens.admin()).get("/v1/partners?limit=0").then().statusCode(400);
    }

    @Test
    void aKeyIsShownOnce() {
        Partnership partner = Partnership.on("free");
        Response made = sending(Tokens.admin(), keyFor(partner.id(), "[\"write:claims\", \"read\"]", ""))
                .post("/v1/api-keys");
        made.then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("key", matchesPattern("cc_live_[0-9A-Z]{26}_[0-9A-Z]{26}[0-9a-f]{8}"))
                .body("scopes", contains("read", "write:claims"))
                .body("sandbox", is(false));
        assertEquals("key_" + made.path("key").toString().split("_")[2], made.path("id"));
        as(Tokens.admin())
                .get(made.header("Location"))
                .then()
                .statusCode(200)
                .body("key", nullValue())
                .body("expiresAt", notNullValue());
        as(Tokens.admin())
                .get("/v1/api-keys?partnerId=" + partner.id())
                .then()
                .statusCode(200)
                .body("items.id", contains(made.path("id").toString()))
                .body("items.key", everyItem(nullValue()));
    }

    @Test
    void aPartnerHasTwoLiveKeysToChangeOneForTheOther() {
        Partnership partner = Partnership.on("free");
        Partnership.Key old = partner.key("read");
        partner.key("read");
        partner.sandboxKey("read");
        String third = keyFor(partner.id(), "[\"read\"]", "");
        sending(Tokens.admin(), third).post("/v1/api-keys").then().statusCode(409);
        old.revoke();
        old.revoke();
        sending(Tokens.admin(), third).post("/v1/api-keys").then().statusCode(201);
    }

    @Test
    void ofManyKeysAskedForAtOnceTwoAreIssued() {
        Partnership partner = Partnership.on("free");
        String request = keyFor(partner.id(), "[\"read\"]", "");
        List<Integer> answers = Answers.atOnce(
                        8, () -> sending(Tokens.admin(), request).post("/v1/api-keys"))
                .stream()
                .map(Response::statusCode)
                .sorted()
                .toList();
        assertEquals(List.of(201, 201, 409, 409, 409, 409, 409, 409), answers);
    }

    @Test
    void aKeyThatCannotBeIsRefused() {
        String partner = Partnership.on("free").id();
        for (String bad : List.of("[]", "[null]")) {
            sending(Tokens.admin(), keyFor(partner, bad, ""))
                    .post("/v1/api-keys")
                    .then()
                    .statusCode(422);
        }
        sending(Tokens.admin(), keyFor(partner, "[\"everything\"]", ""))
                .post("/v1/api-keys")
                .then()
                .statusCode(400)
                .body("detail", is("One of [read, write:articles, write:claims, publish, admin]."));
        for (String end : List.of("2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z")) {
            sending(Tokens.admin(), keyFor(partner, "[\"read\"]", ", \"expiresAt\": \"" + end + "\""))
                    .post("/v1/api-keys")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/expiresAt"));
        }
        sending(Tokens.admin(), keyFor("prt_0", "[\"read\"]", ""))
                .post("/v1/api-keys")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/partnerId"));
    }

    @Test
    void aRepeatedRequestMakesNothingTwice() {
        String body = "{\"name\": \"%s\", \"plan\": \"free\"}".formatted(name);
        String idempotencyKey = UUID.randomUUID().toString();
        List<Response> answers = Answers.atOnce(
                10,
                () -> sending(Tokens.admin(), body)
                        .header("Idempotency-Key", idempotencyKey)
                        .post("/v1/partners"));
        answers.forEach(answer -> assertEquals(answers.get(0).asString(), answer.asString()));
        assertEquals(
                9,
                answers.stream()
                        .filter(answer -> "true".equals(answer.header("Idempotency-Replayed")))
                        .count());
        sending(Tokens.admin(), body.replace("free", "standard"))
                .header("Idempotency-Key", idempotencyKey)
                .post("/v1/partners")
                .then()
                .statusCode(422)
                .body("type", is("/problems/idempotency-conflict"));
    }

    @Test
    void aKeyIsNotKeptForARepetition() {
        String request = keyFor(Partnership.on("free").id(), "[\"read\"]", "");
        String idempotencyKey = UUID.randomUUID().toString();
        String id = sending(Tokens.admin(), request)
                .header("Idempotency-Key", idempotencyKey)
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .body("key", notNullValue())
                .extract()
                .path("id");
        sending(Tokens.admin(), request)
                .header("Idempotency-Key", idempotencyKey)
                .post("/v1/api-keys")
                .then()
                .statusCode(201)
                .body("id", is(id))
                .body("key", nullValue());
    }

    @Test
    void whatWasRefusedUsesNoIdempotencyKeyUp() {
        String idempotencyKey = UUID.randomUUID().toString();
        sending(Tokens.admin(), "{\"name\": \"%s\", \"plan\": \"gold\"}".formatted(name))
                .header("Idempotency-Key", idempotencyKey)
                .post("/v1/partners")
                .then()
                .statusCode(422);
        sending(Tokens.admin(), "{\"name\": \"%s\", \"plan\": \"free\"}".formatted(name))
                .header("Idempotency-Key", idempotencyKey)
                .post("/v1/partners")
                .then()
                .statusCode(201);
    }

    @Test
    void whoDidWhatIsOnRecord() {
        Partnership partner = Partnership.on("free");
        Partnership.Key key = partner.key("read", "admin");
        key.revoke();
        as(Tokens.admin())
                .get("/v1/partners/" + partner.id() + "/audit-events?limit=2")
                .then()
                .statusCode(200)
                .body("items.action", contains("key_revoked", "key_issued"))
                .body("items.actor", everyItem(is("ada")))
                .body("items.keyId", everyItem(is(key.id())))
                .body("items[1].detail", is("read admin"))
                .header("Link", containsString("rel=\"next\""));
        as(Tokens.admin())
                .get("/v1/partners/" + partner.id() + "/audit-events")
                .then()
                .body("items.action", hasItem("partner_registered"));
    }

    @Test
    void pagesFollowEachOther() {
        List<String> made = List.of(
                Partnership.on("free").id(),
                Partnership.on("free").id(),
                Partnership.on("free").id());
        Response first = as(Tokens.admin()).get("/v1/partners?limit=2");
        first.then().body("items.id", contains(made.get(2), made.get(1)));
        as(Tokens.admin())
                .get("/v1/partners?limit=2&cursor=" + first.path("page.nextCursor"))
                .then()
                .body("items[0].id", is(made.get(0)));
        as(Tokens.admin())
                .get("/v1/api-keys?cursor=" + first.path("page.nextCursor"))
                .then()
                .statusCode(400)
                .body("type", is("/problems/cursor-mismatch"));
    }

    @Test
    void nobodyElseComesNear() {
        for (String path : List.of("/v1/partners", "/v1/api-keys")) {
            anyone().get(path).then().statusCode(401);
            as(Tokens.editor()).get(path).then().statusCode(403).body("detail", containsString("admin"));
            as(Tokens.service()).get(path).then().statusCode(403);
        }
    }

    private Response create(String body) {
        return sending(Tokens.admin(), body.formatted(name)).post("/v1/partners");
    }

    private static String keyFor(String partner, String scopes, String more) {
        return "{\"partnerId\": \"%s\", \"name\": \"test\", \"scopes\": %s%s}".formatted(partner, scopes, more);
    }
}

package org.counterclaim.admission;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static org.awaitility.Awaitility.await;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.counterclaim.fixture.Partnership;
import org.counterclaim.fixture.Partnership.Key;
import org.counterclaim.fixture.Postgres;
import org.counterclaim.fixture.Services;
import org.counterclaim.fixture.Stand;
import org.counterclaim.kit.fixture.Issuers;
import org.counterclaim.kit.fixture.Tokens;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Services.class)
@QuarkusTestResource(Issuers.class)
@QuarkusTestResource(Postgres.class)
class AdmissionTest {

    /** How soon what was changed about a key holds everywhere. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final String STORY = "/v1/stories/" + Services.ID;

    Services services;

    @BeforeEach
    void everythingIsThere() {
        services.haveAStory();
        services.claims()
                .answers(
                        "/v1/claims",
                        Stand.json(null, "{\"items\": [], \"page\": {\"limit\": 20, \"nextCursor\": null}}"));
        Partnership.awaitTables();
    }

    @Test
    void aKeyIsExchangedForATokenThatTheServicesCanCheck() throws Exception {
        Partnership partner = Partnership.on("standard");
        Key key = partner.key("read", "write:claims");
        RestAssured.given()
                .header("X-API-Key", key.text())
                .contentType("application/json")
                .body("{\"text\": \"It rained.\"}")
                .post("/v1/claims")
                .then()
                .statusCode(200);
        LoggedRequest request = requests(services.claims()).get(0);
        assertEquals("{\"text\": \"It rained.\"}", request.getBodyAsString());
        assertFalse(request.containsHeader("X-API-Key"));
        JwtClaims claims = checked(request.getHeader("Authorization"));
        assertEquals(partner.id(), claims.getSubject());
        assertEquals(key.id(), claims.getStringClaimValue("client_id"));
        assertEquals("read write:claims", claims.getStringClaimValue("scope"));
        assertEquals(
                60, claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue());
    }

    @Test
    void whoReadsAStoryIsTheSameForBothServices() throws Exception {
        Partnership partner = Partnership.on("standard");
        partner.key("read").request().get(STORY).then().statusCode(200).header("Cache-Control", "private, no-cache");
        for (Stand service : List.of(services.articles(), services.claims())) {
            assertEquals(
                    partner.id(),
                    checked(requests(service).get(0).getHeader("Authorization")).getSubject());
        }
    }

    @Test
    void aSandboxKeyNeverOpensMoreThanReading() throws Exception {
        Key key = Partnership.on("standard").sandboxKey("read", "write:claims", "admin");
        key.request().get(STORY).then().statusCode(200);
        JwtClaims claims = checked(requests(services.claims()).get(0).getHeader("Authorization"));
        assertEquals("read", claims.getStringClaimValue("scope"));
        key.request().get("/v1/partners").then().statusCode(403);
    }

    @Test
    void whatIsNoGoodKeyIsRefusedAtTheDoor() {
        String good = Partnership.on("standard").key("read").text();
        String start = good.substring(0, good.lastIndexOf('_') + 1);
        String other = randomKey();
        String mistyped = good.substring(0, good.length() - 1) + (good.endsWith("0") ? "1" : "0");
        for (String bad : List.of("cc_live_key", start, mistyped, other, "{\"$ne\": null}")) {
            anyone().header("X-API-Key", bad)
                    .get(STORY)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", "ApiKey")
                    .body("type", is("/problems/unauthorized"))
                    .body("detail", not(containsString(bad)));
        }
        assertEquals(List.of(), requests(services.articles()));
    }

    @Test
    void twoCredentialsAreOneTooMany() {
        Key key = Partnership.on("standard").key("read");
        as(Tokens.editor())
                .header("X-API-Key", key.text())
                .get(STORY)
                .then()
                .statusCode(400)
                .body("type", is("/problems/malformed"));
    }

    @Test
    void aRevokedKeyOpensNothingSoon() {
        Key key = Partnership.on("standard").key("read");
        key.request().get(STORY).then().statusCode(200);
        key.revoke();
        await().atMost(SOON).untilAsserted(() -> key.request().get(STORY).then().statusCode(401));
    }

    @Test
    void theKeysOfAPartnerThatHasEndedOpenNothingSoon() {
        Partnership partner = Partnership.on("standard");
        Key key = partner.key("read");
        key.request().get(STORY).then().statusCode(200);
        as(Tokens.admin())
                .header("If-Match", "\"1\"")
                .delete("/v1/partners/" + partner.id())
                .then()
                .statusCode(204);
        await().atMost(SOON).untilAsserted(() -> key.request().get(STORY).then().statusCode(401));
    }

    @Test
    void aKeyExpires() {
        Partnership partner = Partnership.on("standard");
        String request = "{\"partnerId\": \"%s\", \"name\": \"short\", \"scopes\": [\"read\"], \"expiresAt\": \"%s\"}"
                .formatted(partner.id(), Instant.now().plusSeconds(2));
        String key = sending(Tokens.admin(), request).post("/v1/api-keys").path("key");
        anyone().header("X-API-Key", key).get(STORY).then().statusCode(200);
        await().atMost(SOON)
                .untilAsserted(() ->
                        anyone().header("X-API-Key", key).get(STORY).then().statusCode(401));
    }

    @Test
    void anAdminKeyDoesWhatAnAdminDoesAndIsOnRecord() {
        Partnership admin = Partnership.on("standard");
        Key key = admin.key("admin");
        Partnership other = Partnership.on("standard");
        Key revoked = other.key("read");
        key.request().delete("/v1/api-keys/" + revoked.id()).then().statusCode(204);
        as(Tokens.admin())
                .get("/v1/partners/" + other.id() + "/audit-events?limit=1")
                .then()
                .body("items[0].action", is("key_revoked"))
                .body("items[0].actor", is(admin.id()))
                .body("items[0].credential", is(key.id()));
        other.key("read", "publish").request().get("/v1/partners").then().statusCode(403);
    }

    @Test
    void whenAKeyWasUsedIsNotedNowAndThen() {
        Key key = Partnership.on("standard").key("read");
        key.request().get(STORY).then().statusCode(200);
        await().untilAsserted(() ->
                as(Tokens.admin()).get("/v1/api-keys/" + key.id()).then().body("lastUsedAt", notNullValue()));
    }

    @Test
    void aPlanEndsAndSaysSo() {
        Partnership partner = Partnership.on("free");
        Key key = partner.key("read");
        key.request()
                .get(STORY)
                .then()
                .header("RateLimit-Policy", "\"burst\";q=60;w=60, \"daily\";q=5000;w=86400")
                .header("RateLimit", startsWith("\"burst\";r=59;t=1, \"daily\";r=4999;t="));
        key.request().get("/v1/me/quota").then().statusCode(200).body("policies.name", hasItem("daily"));
        // one comes back each second, so that it takes some more than the quota to be told
        Stream.generate(() -> key.request().get(STORY))
                .limit(300)
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow()
                .then()
                .header("Retry-After", "1")
                .body("type", is("/problems/rate-limited"))
                .body("violatedPolicies", hasItem("burst"));
        anyone().get(STORY).then().statusCode(200);
        sending(Tokens.admin(), 1, "{\"name\": \"%s\", \"plan\": \"standard\"}".formatted(partner.id()))
                .put("/v1/partners/" + partner.id())
                .then()
                .statusCode(200);
        await().atMost(SOON)
                .untilAsserted(() -> key.request()
                        .get(STORY)
                        .then()
                        .statusCode(200)
                        .header("RateLimit-Policy", containsString("q=600;")));
    }

    @Test
    void aTokenIsLookedAtToo() {
        for (String bad : List.of(Tokens.expired(), Tokens.unsigned(), Tokens.forAudience("another"), "x")) {
            as(bad).get(STORY)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                    .body("type", is("/problems/unauthorized"));
        }
        assertEquals(List.of(), requests(services.articles()));
        as(Tokens.editor())
                .get("/v1/me/quota")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"burst\";q=1000000;w=60");
    }

    @Test
    void theSigningKeysArePublishedWithoutTheirSecrets() {
        String keys = anyone().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .contentType("application/jwk-set+json")
                .extract()
                .asString();
        assertTrue(keys.contains("\"kty\":\"EC\""));
        assertFalse(keys.contains("\"d\""));
    }

    private static JwtClaims checked(String authorization) throws Exception {
        String keys = RestAssured.get("/.well-known/jwks.json").asString();
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
                .setExpectedIssuer("https://gateway.counterclaim.local")
                .setExpectedAudience("counterclaim")
                .setRequireExpirationTime()
                .setExpectedType(true, "at+jwt")
                .build()
                .processToClaims(authorization.substring("Bearer ".length()));
    }

    private static List<LoggedRequest> requests(Stand service) {
        return service.server().findAll(anyRequestedFor(Services.readersUrl()));
    }

    /** One of the right form that nobody has issued. */
    private static String randomKey() {
        return org.counterclaim.partner.StrayKey.random(new SecureRandom());
    }
}

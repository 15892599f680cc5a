package org.counterclaim.admission;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static org.awaitility.Awaitility.await;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import org.counterclaim.fixture.Partnership;
import org.counterclaim.fixture.Partnership.Key;
import org.counterclaim.fixture.Postgres;
import org.counterclaim.fixture.Services;
import org.counterclaim.kit.fixture.Issuers;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database goes away, or answers no more, and comes back. */
@QuarkusTest
@QuarkusTestResource(Services.class)
@QuarkusTestResource(Issuers.class)
@QuarkusTestResource(Postgres.class)
class DatabaseGoneTest {

    private static final String STORY = "/v1/stories/" + Services.ID;
    private static final Duration UNCHECKED = Duration.ofSeconds(8);

    Services services;
    Postgres postgres;

    @TestHTTPResource(value = "/health/ready", management = true)
    String readiness;

    @BeforeEach
    void everythingIsThere() {
        services.haveAStory();
        Partnership.awaitTables();
    }

    @Test
    void readersDoNotNoticeThatItIsGone() {
        Key key = usedKey();
        postgres.wire().cut();
        try {
            keepsToReaders(key);
        } finally {
            postgres.wire().mend();
        }
        recovers(key);
    }

    @Test
    void aKeyThatCannotBeCheckedLosesWhatItOpens() {
        Key key = usedKey();
        postgres.wire().holdWhile(() -> keepsToReaders(key));
        recovers(key);
    }

    @Test
    void aKeyThatIsRevokedWhileNobodyHearsOfItOpensNothingAfterwards() {
        Key key = usedKey();
        Key other = usedKey();
        postgres.wire().holdWhile(() -> {
            postgres.execute("update api_key set revoked_at = now() where id = '" + key.id() + "'");
            await().atMost(UNCHECKED).untilAsserted(() -> assertFalse(isOnBehalfOfSomebody(key)));
        });
        recovers(other);
        // while a look-up is late the key is nobody's, which readers do not notice; then it is refused
        await().untilAsserted(() -> key.request().get(STORY).then().statusCode(401));
    }

    private Key usedKey() {
        Key key = Partnership.on("standard").key("read", "write:claims");
        key.request().get(STORY).then().statusCode(200);
        return key;
    }

    private void keepsToReaders(Key key) {
        await().atMost(UNCHECKED).untilAsserted(() -> assertFalse(isOnBehalfOfSomebody(key)));
        anyone().get(STORY).then().statusCode(200);
        key.request().get(STORY).then().statusCode(200).body("id", is(Services.ID));
        key.request()
                .contentType("application/json")
                .body("{}")
                .post("/v1/claims")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", is("/problems/upstream-unavailable"));
        as(Tokens.admin()).get("/v1/partners").then().statusCode(503).header("Retry-After", notNullValue());
        as(Tokens.editor()).get(STORY).then().statusCode(200);
        RestAssured.given().get(readiness).then().statusCode(200);
    }

    private void recovers(Key key) {
        await().untilAsserted(() -> assertTrue(isOnBehalfOfSomebody(key)));
        await().untilAsserted(
                        () -> as(Tokens.admin()).get("/v1/partners").then().statusCode(200));
    }

    /** Whether a service is asked with a token that the key was exchanged for. */
    private boolean isOnBehalfOfSomebody(Key key) {
        services.haveAStory();
        key.request().get(STORY).then().statusCode(200);
        List<LoggedRequest> asked = services.articles().server().findAll(anyRequestedFor(Services.readersUrl()));
        return asked.get(0).containsHeader("Authorization");
    }
}

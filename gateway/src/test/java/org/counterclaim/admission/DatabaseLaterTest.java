package org.counterclaim.admission;

import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.security.SecureRandom;
import java.util.Map;
import org.counterclaim.fixture.Partnership;
import org.counterclaim.fixture.Postgres;
import org.counterclaim.fixture.Services;
import org.counterclaim.kit.fixture.Api;
import org.counterclaim.kit.fixture.Issuers;
import org.counterclaim.kit.fixture.Tokens;
import org.counterclaim.partner.StrayKey;
import org.junit.jupiter.api.Test;

/** The gateway starts, and its database is not there yet. */
@QuarkusTest
@QuarkusTestResource(value = Services.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Issuers.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = DatabaseLaterTest.Cut.class, restrictToAnnotatedClass = true)
class DatabaseLaterTest {

    private static final String STORY = "/v1/stories/" + Services.ID;

    Services services;
    Cut postgres;

    @TestHTTPResource(value = "/health/ready", management = true)
    String readiness;

    /** A database whose wire is cut from the beginning. */
    public static class Cut extends Postgres {
        @Override
        public Map<String, String> start() {
            Map<String, String> settings = super.start();
            wire().cut();
            return settings;
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(this, new TestInjector.MatchesType(Cut.class));
        }
    }

    @Test
    void readersNeedNoneAndPartnersComeInWhenItComes() {
        services.haveAStory();
        RestAssured.given().get(readiness).then().statusCode(200);
        anyone().get(STORY).then().statusCode(200);
        withAKey().get(STORY).then().statusCode(200).body("id", is(Services.ID));
        withAKey()
                .contentType("application/json")
                .body("{}")
                .post("/v1/claims")
                .then()
                .statusCode(503);
        as(Tokens.admin()).get("/v1/partners").then().statusCode(503);
        postgres.wire().mend();
        Partnership.awaitTables();
        Partnership.on("free").key("read").request().get(STORY).then().statusCode(200);
    }

    private static io.restassured.specification.RequestSpecification withAKey() {
        return Api.anyone().header("X-API-Key", StrayKey.random(new SecureRandom()));
    }
}

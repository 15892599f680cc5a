package org.counterclaim.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.counterclaim.fixture.Services.ID;
import static org.counterclaim.fixture.Services.byArticle;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import org.counterclaim.fixture.Services;
import org.counterclaim.fixture.Stand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tenth of the OWASP API Security Top 10 of 2023; the others are tried on the whole system. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class UnsafeConsumptionTest {

    private static final String STORY = "/v1/stories/" + ID;

    Services services;

    @BeforeEach
    void bothAreThere() {
        services.haveAStory();
    }

    /** A service that lies, redirects to the inside or floods is not believed, followed or passed on. */
    @Test
    void api10UnsafeConsumptionOfApis() throws IOException {
        try (ServerSocket inside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String elsewhere = "http://127.0.0.1:" + inside.getLocalPort() + "/secret";
            services.claims().answers(byArticle(), aResponse().withStatus(302).withHeader("Location", elsewhere));
            services.articles()
                    .answers("/v1/articles/x", aResponse().withStatus(302).withHeader("Location", elsewhere));
            anyone().get(STORY).then().statusCode(200).body("completeness.missing.part", hasItem("claims"));
            RestAssured.given()
                    .redirects()
                    .follow(false)
                    .get("/v1/articles/x")
                    .then()
                    .statusCode(302);
            inside.setSoTimeout(300);
            assertThrows(SocketTimeoutException.class, inside::accept);
        }
        services.claims().answers(byArticle(), Stand.json(null, "{\"items\": []}, \"admin\": {}"));
        anyone().get(STORY).then().statusCode(200).body(not(containsString("admin")));
        services.articles().answers("/v1/articles/" + ID, Stand.json(null, "<html>An error of a proxy</html>"));
        anyone().get(STORY)
                .then()
                .statusCode(anyOf(is(502), is(503)))
                .contentType("application/problem+json")
                .body(not(containsString("proxy")));
    }
}

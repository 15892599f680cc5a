package org.counterclaim.contract;

import static io.restassured.RestAssured.given;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.counterclaim.fixture.Services;
import org.counterclaim.fixture.Stand;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Services.class)
class StartTest {

    Services services;

    @TestHTTPResource(value = "/health/live", management = true)
    URI health;

    @Test
    void theStartLinksToWhatIsThere() {
        services.haveAStory();
        services.articles()
                .answers(
                        "/v1/articles",
                        Stand.json(null, "{\"items\": [], \"page\": {\"limit\": 20, \"nextCursor\": null}}"));
        List<String> links = anyone().get("/")
                .then()
                .statusCode(200)
                .body("links.rel", contains("service-desc", "service-doc", "stories"))
                .extract()
                .path("links.href");
        links.forEach(link -> given().get(link).then().statusCode(200));
    }

    @Test
    void theStartAndTheHealthSayWhichVersionRuns() {
        String built = XmlPath.from(new File("pom.xml")).getString("project.parent.version");
        anyone().get("/").then().statusCode(200).body("version", is(built));
        given().get(health).then().statusCode(200).body("version", is(built));
    }

    @Test
    void theWholeContractIsTheOneThatTheBuildWrote() throws IOException {
        String served = given().accept("application/yaml").get("/v1/openapi").asString();
        assertEquals(Files.readString(Path.of("target/openapi/openapi.yaml")), served);
    }

    @Test
    void aServicesContractIsItsOwn() throws IOException {
        String tag = anyone().get("/v1/openapi/article-service")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .body(containsString("listArticles"))
                .extract()
                .header("ETag");
        byte[] served = given().get("/v1/openapi/article-service").asByteArray();
        assertEquals(Files.readString(Path.of("../article-service/openapi.yaml")), new String(served));
        anyone().header("If-None-Match", tag)
                .get("/v1/openapi/article-service")
                .then()
                .statusCode(304);
        anyone().get("/v1/openapi/other-service").then().statusCode(404).body("type", is("/problems/not-found"));
    }
}

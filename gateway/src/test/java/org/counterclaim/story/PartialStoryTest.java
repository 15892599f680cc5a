package org.counterclaim.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.counterclaim.fixture.Services.ARTICLE;
import static org.counterclaim.fixture.Services.CLAIMS;
import static org.counterclaim.fixture.Services.ID;
import static org.counterclaim.fixture.Services.byArticle;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.counterclaim.fixture.Breakers;
import org.counterclaim.fixture.RawServer;
import org.counterclaim.fixture.Services;
import org.counterclaim.fixture.Stand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(Services.class)
class PartialStoryTest {

    private static final String STORY = "/v1/stories/" + ID;

    @Inject
    Breakers breakers;

    Services services;

    @BeforeEach
    void aStory() {
        breakers.close();
        services.haveAStory();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("refused", "unavailable", Stand::close),
                fault("hanging", "timeout", answer(Stand.json("\"1\"", CLAIMS).withFixedDelay(2_000))),
                fault("dribbling", "timeout", answer(Stand.json("\"1\"", CLAIMS).withChunkedDribbleDelay(20, 2_000))),
                fault("500", "unavailable", answer(aResponse().withStatus(500).withBody("{}"))),
                fault("503", "unavailable", answer(Stand.problem(503, "upstream-unavailable"))),
                fault("404, a race", "unavailable", answer(Stand.problem(404, "not-found"))),
                fault("reset", "unavailable", answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))),
                fault("no HTTP", "unavailable", answer(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE))),
                fault(
                        "cut chunk",
                        "invalid",
                        answer(Stand.json("\"1\"", CLAIMS).withFault(Fault.MALFORMED_RESPONSE_CHUNK))),
                fault("cut JSON", "invalid", answer(Stand.json("\"1\"", CLAIMS.substring(0, 90)))),
                fault("empty", "invalid", answer(Stand.json("\"1\"", ""))),
                fault("two objects", "invalid", answer(Stand.json("\"1\"", CLAIMS + CLAIMS))),
                fault("no object", "invalid", answer(Stand.json("\"1\"", "[]"))),
                fault("HTML as JSON", "invalid", answer(Stand.json("\"1\"", "<html>"))),
                fault("type", "invalid", answer(Stand.json("\"1\"", CLAIMS).withHeader("Content-Type", "text/html"))),
                fault("no type", "invalid", answer(aResponse().withBody(CLAIMS))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void withoutTheClaimsTheArticleComesAndSaysSo(String name, String reason, Consumer<Stand> fault) {
        fault.accept(services.claims());
        String body = partial(reason).extract().asString();
        assertEquals(
                "{\"id\":\"" + ID + "\",\"article\":" + ARTICLE
                        + ",\"completeness\":{\"complete\":false,\"missing\":[{\"part\":\"claims\",\"reason\":\""
                        + reason
                        + "\",\"retryAfter\":2}]}}",
                body);
    }

    @Test
    void aBodyThatIsShorterThanItSaysIsNone() throws Exception {
        services.claims().close();
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nETag: \"1\"\r\nContent-Length: ";
        try (RawServer server = RawServer.saying(services.claims().port(), head + 4_000 + "\r\n\r\n" + CLAIMS)) {
            partial("invalid");
        }
    }

    @Test
    void whoWantsItWholeGetsAnErrorInstead() {
        services.claims().answers(byArticle(), aResponse().withStatus(500));
        strict().statusCode(503).body("type", is("/problems/upstream-unavailable"));
        services.claims().answers(byArticle(), Stand.json("\"1\"", CLAIMS).withFixedDelay(2_000));
        strict().statusCode(504).body("type", is("/problems/upstream-timeout"));
        services.claims().answers(byArticle(), Stand.json("\"1\"", CLAIMS));
        anyone().header("Prefer", "handling=strict")
                .get(STORY)
                .then()
                .statusCode(200)
                .header("Preference-Applied", "handling=strict");
    }

    @Test
    void withoutTheArticleThereIsNoStory() {
        services.articles()
                .answers("/v1/articles/" + ID, Stand.json("\"1\"", ARTICLE).withFixedDelay(3_000));
        failed().statusCode(504).body("type", is("/problems/upstream-timeout"));
        services.articles().answers("/v1/articles/" + ID, Stand.json("\"1\"", ARTICLE.substring(9)));
        failed().statusCode(503).body("type", is("/problems/upstream-unavailable"));
        services.articles().close();
        failed().statusCode(503).body("type", is("/problems/upstream-unavailable"));
        anyone().get("/v1/stories/a-story").then().statusCode(503).header("Retry-After", "2");
    }

    private static Arguments fault(String name, String reason, Consumer<Stand> fault) {
        return Arguments.of(name, reason, fault);
    }

    private static Consumer<Stand> answer(ResponseDefinitionBuilder answer) {
        return claims -> claims.answers(byArticle(), answer);
    }

    private static ValidatableResponse partial(String reason) {
        return anyone().header("If-None-Match", "*")
                .get(STORY)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("ETag", nullValue())
                .body("$", not(hasKey("claims")))
                .body("completeness.missing[0].reason", is(reason));
    }

    private static ValidatableResponse strict() {
        return failed("handling=strict").header("Preference-Applied", "handling=strict");
    }

    private static ValidatableResponse failed() {
        return failed("handling=lenient");
    }

    private static ValidatableResponse failed(String preference) {
        return anyone().header("Prefer", preference)
                .get(STORY)
                .then()
                .header("Retry-After", "2")
                .header("Cache-Control", "no-store");
    }
}

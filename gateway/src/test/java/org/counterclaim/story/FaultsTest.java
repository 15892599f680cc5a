package org.counterclaim.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.counterclaim.fixture.Services.CLAIMS;
import static org.counterclaim.fixture.Services.ID;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.counterclaim.fixture.Breakers;
import org.counterclaim.fixture.Services;
import org.counterclaim.fixture.Stand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every view while a service does whatever services do: what a reader gets is valid, and says what is missing. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class FaultsTest {

    private static final String STORY = "/v1/stories/" + ID;
    private static final String SINCE = "?since=" + ID + ":1";

    /** What is told without the claims. */
    private static final List<String> IN_PART = List.of(
            "/v1/stories",
            STORY,
            STORY + "?include=claims,positions",
            STORY + "/timeline",
            STORY + "/diff" + SINCE,
            "/v1/search?q=a");

    /** What is nothing without them. */
    private static final List<String> NOT_AT_ALL = List.of(
            "/v1/stories?disputed=true",
            STORY + "/digest",
            STORY + "/positions",
            "/v1/claims/clm_01JRD8VN4Z5D8C7A2V0X3K9QWE/stories");

    @Inject
    Breakers breakers;

    Services services;

    @BeforeEach
    void aStory() {
        services.haveAStory();
        services.articles().answers("/v1/articles", Stand.json(null, """
                                {"items": [{"id": "%s", "slug": "a-story", "headline": "H", "inLanguage": "en", "revision": 3,
                                 "editorialStatus": "published", "updatedAt": "2026-11-24T08:00:00.000Z",
                                 "datePublished": {"value": null, "precision": "unknown"}}],
                                 "page": {"limit": 20, "nextCursor": null}}""".formatted(ID)));
        services.articles()
                .answers(
                        "/v1/articles/" + ID + "/revisions",
                        Stand.json(null, "{\"items\": [], \"page\": {\"limit\": 200, \"nextCursor\": null}}"));
        services.articles()
                .answers(
                        "/v1/articles/" + ID + "/diff",
                        Stand.json("\"3-d\"", "{\"from\": 1, \"to\": 3, \"members\": [], \"sections\": []}"));
    }

    @AfterEach
    void bothAreThereAgain() {
        services.haveAStory();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("refused", Stand::close),
                fault("500", everywhere(aResponse().withStatus(500).withBody("<html>"))),
                fault("reset", everywhere(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))),
                fault("no HTTP", everywhere(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE))),
                fault("cut chunk", everywhere(Stand.json("\"1\"", CLAIMS).withFault(Fault.MALFORMED_RESPONSE_CHUNK))),
                fault("cut JSON", everywhere(Stand.json("\"1\"", CLAIMS.substring(0, 90)))),
                fault("garbage", everywhere(Stand.json("\"1\"", "<html>"))),
                fault("type", everywhere(Stand.json("\"1\"", CLAIMS).withHeader("Content-Type", "text/html"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void whateverTheClaimsDo(String name, Consumer<Stand> fault) {
        fault.accept(services.claims());
        for (String path : IN_PART) {
            Response answer = read(path);
            assertEquals(200, answer.statusCode(), path);
            assertEquals(Boolean.FALSE, answer.path("completeness.complete"), path);
            assertEquals("no-store", answer.header("Cache-Control"), path);
        }
        for (String path : NOT_AT_ALL) {
            refused(path);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void whateverTheArticlesDo(String name, Consumer<Stand> fault) {
        fault.accept(services.articles());
        for (String path :
                List.of("/v1/stories", STORY, STORY + "/digest", STORY + "/timeline", STORY + "/diff" + SINCE)) {
            refused(path);
        }
    }

    private void refused(String path) {
        Response answer = read(path);
        assertTrue(List.of(503, 504).contains(answer.statusCode()), () -> path + " " + answer.asString());
        assertTrue(answer.contentType().startsWith("application/problem+json"), path);
        assertEquals("2", answer.header("Retry-After"), path);
    }

    /** A breaker that is open would hide what the others do. */
    private Response read(String path) {
        breakers.close();
        return anyone().get(path);
    }

    private static Arguments fault(String name, Consumer<Stand> fault) {
        return Arguments.of(name, fault);
    }

    private static Consumer<Stand> everywhere(ResponseDefinitionBuilder answer) {
        return stand -> stand.server().stubFor(any(anyUrl()).willReturn(answer));
    }
}

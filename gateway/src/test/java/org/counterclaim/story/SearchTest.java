package org.counterclaim.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.counterclaim.fixture.Breakers;
import org.counterclaim.fixture.Services;
import org.counterclaim.fixture.Stand;
import org.counterclaim.kit.fixture.Issuers;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Services.class)
@QuarkusTestResource(Issuers.class)
class SearchTest {

    private static final String FOUND =
            "{\"items\":[],\"page\":{\"limit\":20,\"nextCursor\":null},\"facets\":{\"counted\":0,\"complete\":true,\"by\":{\"%s\":[]}}}";
    private static final String STORIES = FOUND.formatted("section");
    private static final String CLAIMS = FOUND.formatted("party");
    private static final String PARTIES = "{\"items\":[],\"page\":{\"limit\":20,\"nextCursor\":null}}";

    @Inject
    Breakers breakers;

    Services services;

    @BeforeEach
    void somethingToFind() {
        breakers.close();
        services.haveAStory();
        services.articles().answers("/v1/articles", Stand.json(null, STORIES));
        services.claims().answers("/v1/claims", Stand.json(null, CLAIMS));
        services.claims().answers("/v1/parties", Stand.json(null, PARTIES));
    }

    @Test
    void bothServicesAreAskedOnceAndTheirListsSpliced() {
        String body = search("q=fighting%20-moscow&language=en").extract().asString();
        assertEquals(
                "{\"stories\":" + STORIES + ",\"claims\":" + CLAIMS + ",\"completeness\":{\"complete\":true}}", body);
        services.articles()
                .server()
                .verify(
                        1,
                        getRequestedFor(
                                urlEqualTo(
                                        "/v1/articles?q=fighting+-moscow&language=en&limit=20&facets=section%2Csubject%2Ckeyword%2Clanguage")));
        services.claims()
                .server()
                .verify(
                        1,
                        getRequestedFor(
                                urlEqualTo(
                                        "/v1/claims?q=fighting+-moscow&language=en&limit=20&facets=disputeStatus%2CclaimType%2Cparty%2Cside%2Clanguage")));
    }

    @Test
    void whoHasWhatIsFoundIsNotSentItAgain() {
        services.articles().answers("/v1/articles", Stand.json("\"s1\"", STORIES));
        services.claims().answers("/v1/claims", Stand.json("\"c1\"", CLAIMS));
        String tag = search("q=rain").extract().header("ETag");
        back(tag, "q=rain").statusCode(304).header("ETag", tag);
        back(tag, "q=rain&type=story").statusCode(200).header("ETag", not(tag));
        services.claims().answers("/v1/claims", aResponse().withStatus(500));
        back(tag, "q=rain").statusCode(200).header("ETag", nullValue());
        services.claims().answers("/v1/claims", Stand.json("\"c2\"", CLAIMS));
        back(tag, "q=rain").statusCode(200).header("ETag", not(tag));
    }

    private static ValidatableResponse back(String tag, String query) {
        return anyone().header("If-None-Match", tag).get("/v1/search?" + query).then();
    }

    @Test
    void oneKindAloneCanBeTurnedOver() {
        search("q=rain&type=story&limit=5&cursor=c").body("$", not(hasKey("claims")));
        services.articles()
                .server()
                .verify(
                        1,
                        getRequestedFor(urlEqualTo(
                                "/v1/articles?q=rain&limit=5&cursor=c&facets=section%2Csubject%2Ckeyword%2Clanguage")));
        services.claims().server().verify(0, getRequestedFor(Services.readersUrl()));
    }

    @Test
    void aReporterFindsPartiesToo() {
        String token = Tokens.reporter();
        as(token)
                .get("/v1/search?q=Lin%20Jian&type=story,party&language=en")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .body("parties.items.size()", is(0));
        services.claims()
                .server()
                .verify(
                        1,
                        getRequestedFor(urlEqualTo("/v1/parties?name=Lin+Jian&limit=20"))
                                .withHeader("Authorization", equalTo("Bearer " + token)));
    }

    @ParameterizedTest
    @CsvSource({"401, unauthorized", "403, forbidden"})
    void whoMayNotSeePartiesIsTold(int status, String code) {
        services.claims().answers("/v1/parties", Stand.problem(status, code));
        anyone().get("/v1/search?q=Lin&type=story,party")
                .then()
                .statusCode(status)
                .body("type", is("/problems/" + code));
    }

    @Test
    void aServiceThatIsAwayLeavesTheOthersFinds() {
        services.claims().answers("/v1/claims", aResponse().withStatus(500));
        search("q=rain")
                .header("Cache-Control", "no-store")
                .body("stories.page.limit", is(20))
                .body("$", not(hasKey("claims")))
                .body("completeness.missing.part", contains("claims"));
        anyone().header("Prefer", "handling=strict")
                .get("/v1/search?q=rain")
                .then()
                .statusCode(503);
        services.articles().answers("/v1/articles", Stand.json(null, "{\"items\": ["));
        anyone().get("/v1/search?q=rain").then().statusCode(503).header("Retry-After", "2");
        services.claims().answers("/v1/claims", Stand.json(null, CLAIMS));
        search("q=rain")
                .body("completeness.missing.part", contains("stories"))
                .body("completeness.missing.reason", contains("invalid"));
    }

    @Test
    void whatAServiceFindsWrongIsPassedOn() {
        services.claims().answers("/v1/claims", Stand.problem(400, "malformed"));
        anyone().get("/v1/search?q=%22").then().statusCode(400).body("type", is("/problems/malformed"));
    }

    @ParameterizedTest
    @CsvSource({
        "type=story, /q",
        "q=, /q",
        "q=%20, /q",
        "'q=a&type=story,comment', /type",
        "'q=a&type=,', /type",
        "q=a&cursor=c, /cursor",
        "q=a&limit=0, /limit",
        "q=a&kind=story, /kind"
    })
    void whatCannotBeSearchedForIsNamed(String query, String pointer) {
        anyone().get("/v1/search?" + query)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer))
                .body("errors[0].detail", containsString("."));
    }

    private static ValidatableResponse search(String query) {
        return anyone().get("/v1/search?" + query).then().statusCode(200);
    }
}

package org.counterclaim.proxy;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.restassured.RestAssured.given;
import static org.counterclaim.fixture.Services.ARTICLE;
import static org.counterclaim.fixture.Services.ID;
import static org.counterclaim.kit.fixture.Api.anyone;
import static org.counterclaim.kit.fixture.Api.sending;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.counterclaim.fixture.Services;
import org.counterclaim.fixture.Stand;
import org.counterclaim.kit.fixture.Issuers;
import org.counterclaim.kit.fixture.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Services.class)
@QuarkusTestResource(Issuers.class)
class PassThroughTest {

    private static final String TOKEN = Tokens.editor();

    private static final String PATH = "/v1/articles/" + ID;

    Services services;

    @BeforeEach
    void aStory() {
        services.haveAStory();
    }

    @Test
    void aWriteArrivesAsItWasSent() {
        services.articles()
                .answers(
                        PATH,
                        Stand.json("\"4\"", ARTICLE)
                                .withHeader("Set-Cookie", "a=1", "b=2")
                                .withHeader("Request-Id", "theirs"));
        sending(TOKEN, 3, "{\"headline\": \"ü\"}")
                .header("Request-Id", "mine-2")
                .header("Connection", "X-Hop")
                .header("X-Hop", "1")
                .header("X-End", "1")
                .header("Proxy-Authorization", "secret")
                .urlEncodingEnabled(false)
                .put(PATH + "?changeType=update&reason=a%20b")
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"")
                .header("Request-Id", "mine-2");
        services.articles()
                .server()
                .verify(
                        1,
                        putRequestedFor(urlEqualTo(PATH + "?changeType=update&reason=a%20b"))
                                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                                .withHeader("If-Match", equalTo("\"3\""))
                                .withHeader("Request-Id", equalTo("mine-2"))
                                .withHeader("X-End", equalTo("1"))
                                .withHeader("X-Hop", absent())
                                .withHeader("Proxy-Authorization", absent())
                                .withHeader("Via", equalTo("1.1 gateway"))
                                .withRequestBody(equalTo("{\"headline\": \"ü\"}")));
    }

    @Test
    void anAnswerComesBackAsItIs() {
        services.articles()
                .answers(
                        PATH,
                        Stand.problem(412, "precondition-failed")
                                .withHeader("ETag", "\"7\"")
                                .withHeader("Link", "</a>; rel=\"next\"", "</b>; rel=\"first\"")
                                .withHeader("Request-Id", "theirs"));
        var answer = sending(TOKEN, 3, "{}").put(PATH);
        answer.then()
                .statusCode(412)
                .contentType("application/problem+json")
                .header("ETag", "\"7\"")
                .body("detail", is("In the service's words."));
        assertEquals(2, answer.headers().getValues("Link").size());
        assertEquals(1, answer.headers().getValues("Request-Id").size());
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/articles, articles",
        "/v1/articles:lint, articles",
        "/v1/articles%3Alint, articles",
        "/v1/articles/x/y, articles",
        "/v1/claims, claims",
        "/v1/claims:batchGet, claims",
        "/v1/claims/x:merge, claims",
        "/v1/parties/x, claims",
        "/v1/evidence, claims",
        "/v1/rating-scales, claims",
        "/v1/proposals:accept, claims"
    })
    void eachPathGoesToItsOwner(String path, String owner) {
        for (Stand service : new Stand[] {services.articles(), services.claims()}) {
            service.server().stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));
        }
        given().urlEncodingEnabled(false)
                .body("x")
                .post(path)
                .then()
                .statusCode(204)
                .body(emptyString());
        Stand wanted = owner.equals("articles") ? services.articles() : services.claims();
        wanted.server().verify(1, postRequestedFor(urlEqualTo(path)));
        Stand other = owner.equals("articles") ? services.claims() : services.articles();
        other.server().verify(0, anyRequestedFor(Services.readersUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/articlesx", "/v1/claim", "/v2/articles", "/v1/partiesx/y"})
    void whatNobodyOwnsGoesNowhere(String path) {
        given().get(path).then().statusCode(404).body("type", is("/problems/not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void everyMethodPasses(String method) {
        services.articles()
                .server()
                .stubFor(any(anyUrl()).willReturn(aResponse().withStatus(405).withHeader("Allow", "GET")));
        given().request(method, PATH).then().statusCode(405).header("Allow", "GET");
        services.articles()
                .server()
                .verify(
                        1,
                        new RequestPatternBuilder(RequestMethod.fromString(method), urlEqualTo(PATH))
                                .withHeader("Transfer-Encoding", absent()));
    }

    @Test
    void conditionalReadsAndHeadHaveNoBody() {
        services.articles().answers(PATH, aResponse().withStatus(304).withHeader("ETag", "\"3\""));
        anyone().header("If-None-Match", "\"3\"")
                .get(PATH)
                .then()
                .statusCode(304)
                .header("ETag", "\"3\"")
                .header("Transfer-Encoding", nullValue());
        services.articles().answers(PATH, Stand.json("\"3\"", ARTICLE));
        anyone().head(PATH).then().statusCode(200).header("ETag", "\"3\"").body(emptyString());
    }

    @Test
    void whatTheServiceCompressedStaysAsItIs() throws IOException {
        services.articles()
                .answers(
                        PATH,
                        aResponse()
                                .withHeader("Content-Type", "application/json")
                                .withHeader("Content-Encoding", "gzip")
                                .withBody(gzip(ARTICLE)));
        given().header("Accept-Encoding", "gzip")
                .get(PATH)
                .then()
                .statusCode(200)
                .header("Content-Encoding", "gzip")
                .body("id", is(ID));
    }

    @Test
    void aServiceThatIsNotThereIsSaidSo() {
        services.articles().close();
        sending(TOKEN, 3, "{}")
                .put(PATH)
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .contentType("application/problem+json")
                .body("type", is("/problems/upstream-unavailable"))
                .body("instance", is(PATH));
        services.articles().open().answers(PATH, aResponse().withFault(Fault.EMPTY_RESPONSE));
        sending(TOKEN, 3, "{}").put(PATH).then().statusCode(503);
        services.articles().server().verify(1, putRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void aServiceThatIsTooSlowIsSaidSo() {
        services.articles().answers(PATH, Stand.json("\"3\"", ARTICLE).withFixedDelay(6_000));
        anyone().get(PATH)
                .then()
                .statusCode(504)
                .header("Retry-After", "2")
                .body("type", is("/problems/upstream-timeout"));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}

package org.counterclaim.proxy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.counterclaim.fixture.Services.ARTICLE;
import static org.counterclaim.fixture.Services.ID;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.counterclaim.fixture.Breakers;
import org.counterclaim.fixture.RawServer;
import org.counterclaim.fixture.Services;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that answers one request on each connection, and closes it as soon as there is a second. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class StaleConnectionTest {

    private static final String PATH = "/v1/articles/" + ID;

    @Inject
    Breakers breakers;

    @TestHTTPResource
    URI gateway;

    Services services;

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void aStory() {
        breakers.close();
        services.haveAStory();
        services.articles().close();
    }

    @Test
    void aReaderGetsHisAnswerOnANewOne() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (RawServer server = impatient()) {
            await().until(() -> {
                RestAssured.get(PATH).then().statusCode(200).body("id", equalTo(ID));
                return heard.size() > asked.incrementAndGet();
            });
        }
    }

    @Test
    void aPartOfAStoryComesOnANewOne() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (RawServer server = impatient()) {
            await().until(() -> {
                RestAssured.get("/v1/stories/" + ID)
                        .then()
                        .statusCode(200)
                        .body("completeness.complete", equalTo(true));
                return heard.size() > asked.incrementAndGet();
            });
        }
    }

    /** Nobody can tell whether it was done. */
    @Test
    void aWriteIsNotSentTwice() throws IOException {
        AtomicInteger written = new AtomicInteger();
        try (RawServer server = impatient()) {
            // whether a resting connection is met is chance, so it is tried often
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> {
                        RestAssured.get(PATH).then().statusCode(200);
                        written.incrementAndGet();
                        return RestAssured.given()
                                        .body("{}")
                                        .post("/v1/articles")
                                        .statusCode()
                                == 503;
                    });
        }
        // what is read before it may be the body of the one before
        assertEquals(
                written.get(),
                heard.stream().filter(line -> line.contains("POST ")).count());
    }

    /** There is no more to it than a service that fails. */
    @Test
    void aNewConnectionThatIsClosedIsNotTriedAgain() throws IOException {
        try (RawServer server = new RawServer(services.articles().port(), (in, out) -> hear(firstLine(in)))) {
            RestAssured.get(PATH).then().statusCode(503);
        }
        assertEquals(1, heard.size());
    }

    /** A request over HTTP/2 has ended when that is known, and cannot be read on. */
    @Test
    void whoAsksOverHttp2IsToldThatTheServiceFailed() throws Exception {
        try (RawServer server = new RawServer(services.articles().port(), (in, out) -> hear(firstLine(in)))) {
            HttpRequest request = HttpRequest.newBuilder(gateway.resolve(PATH)).build();
            HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertEquals(HttpClient.Version.HTTP_2, answer.version());
            assertEquals(503, answer.statusCode());
        }
    }

    private RawServer impatient() {
        return new RawServer(services.articles().port(), (in, out) -> {
            hear(firstLine(in));
            byte[] body = ARTICLE.getBytes(UTF_8);
            String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nETag: \"3\"\r\nContent-Length: "
                    + body.length + "\r\n\r\n";
            out.write(head.getBytes(US_ASCII));
            out.write(body);
            out.flush();
            hear(firstLine(in));
        });
    }

    private void hear(String line) {
        if (!line.isEmpty()) {
            heard.add(line);
        }
    }

    private static String firstLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet >= 0 && octet != '\r'; octet = in.read()) {
            line.append((char) octet);
        }
        RawServer.readHead(in);
        return line.toString();
    }
}

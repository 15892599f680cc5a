package org.counterclaim.edge;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.counterclaim.fixture.Services.ID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterclaim.fixture.Services;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sends slowly is cut off; who waits is not. The limits are a tenth of the real ones. */
@QuarkusTest
@QuarkusTestResource(Services.class)
@TestProfile(EdgeSettings.class)
class SlowConnectionsTest {

    private static final Duration LIMIT = EdgeSettings.LIMIT;

    /** Enough for a machine that is busy, and less than the idle time-out. */
    private static final Duration CLOSED = Duration.ofSeconds(9);

    private static final Duration SOON = Duration.ofMillis(10);

    @TestHTTPResource("/")
    URI gateway;

    @TestHTTPResource(value = "/q/health", management = true)
    URI health;

    Services services;

    @BeforeEach
    void story() {
        services.haveAStory();
    }

    @Test
    void aThousandHeadsThatDribbleAreCutOffWhileOthersAreServed() {
        List<SlowSender> senders =
                IntStream.range(0, 1_000).mapToObj(i -> new SlowSender(gateway)).toList();
        senders.forEach(sender -> assertTrue(sender.send("GET /v1/stories HTTP/1.1\r\nHost: x\r\nX-")));
        await().atMost(CLOSED).pollInterval(Duration.ofMillis(200)).until(() -> {
            given().get("/v1/stories/" + ID).then().statusCode(200);
            return stillOpen(senders) == 0;
        });
    }

    @Test
    void aHeadThatDribblesAfterAnAnswerIsCutOff() {
        assertCutOff(Stream.of(
                        "/", "/v1/openapi", "/docs/", "/nothing", "/v1/stories/" + ID, "/v1/articles/" + ID, "/v1/%zz")
                .map(path -> afterAnAnswer(gateway, path))
                .toList());
    }

    @Test
    void soItIsOnTheManagementPort() {
        assertCutOff(List.of(afterAnAnswer(health, "/q/health/live"), afterAnAnswer(health, "/nothing")));
    }

    @Test
    void aBodyThatDribblesIsCutOff() {
        assertCutOff(Stream.of("/v1/articles", "/v1/claims:batchGet", "/v1/stories", "/nothing")
                .flatMap(path -> Stream.of(
                        path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n",
                        path + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n"))
                .map(head -> {
                    SlowSender sender = new SlowSender(gateway);
                    assertTrue(sender.send("POST " + head));
                    return sender;
                })
                .toList());
    }

    private static SlowSender afterAnAnswer(URI server, String path) {
        SlowSender sender = new SlowSender(server);
        sender.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
        await().pollInterval(SOON).until(() -> sender.heard().startsWith("HTTP/1.1 "));
        assertTrue(sender.send("GET / HTTP/1.1\r\nX-"));
        return sender;
    }

    private static void assertCutOff(List<SlowSender> senders) {
        await().atMost(CLOSED).pollInterval(Duration.ofMillis(100)).until(() -> stillOpen(senders) == 0);
    }

    private static long stillOpen(List<SlowSender> senders) {
        return senders.stream().filter(sender -> sender.send("x")).count();
    }

    @Test
    void whoWaitsForAnAnswerIsNotCutOff() {
        int wait = (int) LIMIT.plusSeconds(1).toMillis();
        services.claims()
                .answers("/v1/claims/changes", aResponse().withStatus(200).withFixedDelay(wait));
        HttpRequest request =
                HttpRequest.newBuilder(gateway.resolve("/v1/claims/changes")).build();
        Stream.of(HttpClient.Version.values())
                .map(version -> HttpClient.newBuilder().version(version).build())
                .map(client -> client.sendAsync(request, BodyHandlers.discarding()))
                .toList()
                .forEach(answer -> assertEquals(200, answer.join().statusCode()));
    }

    @Test
    void aConnectionThatIsUsedStaysOpenAndOneThatIsSilentIsClosed() {
        SlowSender sender = new SlowSender(gateway);
        long end = System.nanoTime() + LIMIT.plusMillis(500).toNanos();
        while (System.nanoTime() < end) {
            int before = sender.heard().length();
            assertTrue(sender.send("HEAD /v1/stories/" + ID + " HTTP/1.1\r\nHost: x\r\n\r\n"));
            await().pollInterval(SOON)
                    .until(() -> sender.heard().substring(before).endsWith("\r\n\r\n"));
        }
        await().atMost(CLOSED).until(() -> !sender.send(""));
    }

    @Test
    void requestsThatComeTogetherAreAllAnswered() {
        SlowSender sender = new SlowSender(gateway);
        sender.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n".repeat(20));
        await().until(() -> sender.heard().split("HTTP/1.1 200").length == 21);
        assertCutOff(List.of(sender));
    }

    @Test
    void anHttp2ConnectionThatIsUsedStaysOpen() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest request = HttpRequest.newBuilder(gateway).build();
        long end = System.nanoTime() + LIMIT.plusMillis(500).toNanos();
        while (System.nanoTime() < end) {
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            assertEquals(200, answer.statusCode());
            assertEquals(HttpClient.Version.HTTP_2, answer.version());
        }
    }
}

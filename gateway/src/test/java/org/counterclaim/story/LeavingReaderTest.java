package org.counterclaim.story;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;
import static org.counterclaim.fixture.Services.ID;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.counterclaim.fixture.Breakers;
import org.counterclaim.fixture.Server;
import org.counterclaim.fixture.Services;
import org.counterclaim.kit.fixture.Scrape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who goes away before the answer is there: nobody works on it any more. */
@QuarkusTest
@QuarkusTestResource(Services.class)
class LeavingReaderTest {

    private static final String TIMEOUTS =
            "counterclaim_upstream_request_duration_seconds_count{outcome=\"timeout\",upstream=\"claim-service\"}";

    @Inject
    Breakers breakers;

    @TestHTTPResource("/")
    URI server;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    Services services;

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger brokenOff = new AtomicInteger();
    private Server silent;

    @BeforeEach
    void claimsThatNeverAnswer() {
        breakers.close();
        services.haveAStory();
        services.claims().close();
        silent = new Server(services.claims().port(), this::hear);
    }

    private void hear(HttpServerRequest request) {
        if (request.path().equals(Services.byArticle())) {
            asked.incrementAndGet();
            request.response().closeHandler(closed -> brokenOff.incrementAndGet());
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    @AfterEach
    void bothAreThereAgain() {
        silent.close();
        services.haveAStory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?include=claims", "/digest"})
    void whatHeAskedForIsBrokenOff(String view) {
        // whether the time ran out before it was seen that he left is chance, so it is looked at which of them it was
        await().until(() -> {
            breakers.close();
            double before = timeouts();
            int seen = asked.get();
            try (Socket reader = ask("/v1/stories/" + ID + view)) {
                await().until(() -> asked.get() > seen);
            }
            await().until(() -> brokenOff.get() == asked.get());
            return timeouts() == before;
        });
        assertTrue(asked.get() > 0);
    }

    private double timeouts() {
        return Scrape.of(metrics).value(TIMEOUTS);
    }

    private Socket ask(String path) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(US_ASCII));
        return socket;
    }
}

package org.counterclaim.story;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.counterclaim.fixture.Services;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a gateway does before it is ready, with a server that stands for it. */
class WarmUpTest {

    private static final String LIST = "{\"items\":[{\"id\":\"" + Services.ID + "\"}]}";

    private final Vertx vertx = Vertx.vertx();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        await().until(vertx.close()::isComplete);
    }

    @Test
    void itIsReadyOnceItHasReadWhatThereIs() {
        AtomicInteger refusals = new AtomicInteger(3);
        WarmUp warmUp = begin(Duration.ofSeconds(20), request -> {
            boolean list = request.path().equals("/v1/stories");
            boolean refused = list && refusals.getAndDecrement() > 0;
            request.response().setStatusCode(refused ? 503 : 200).end(list ? LIST : "{}");
        });
        await().until(() -> isReady(warmUp));
        assertEquals(
                40,
                asked.stream()
                        .filter(path -> path.equals("/v1/stories/" + Services.ID))
                        .count());
        assertTrue(refusals.get() < 0);
    }

    @Test
    void aReaderIsNotLetInWhileItGoesOn() {
        Queue<HttpServerRequest> waiting = new ConcurrentLinkedQueue<>();
        WarmUp warmUp = begin(Duration.ofSeconds(20), waiting::add);
        await().until(() -> !waiting.isEmpty());
        assertEquals(Status.DOWN, warmUp.call().getStatus());
        waiting.remove().response().end("{\"items\":[]}");
        await().until(() -> isReady(warmUp));
        assertEquals(1, asked.size());
    }

    @Test
    void whereNobodyAnswersItIsReadyAllTheSame() {
        WarmUp warmUp = begin(
                Duration.ofMillis(300),
                request -> request.response().setStatusCode(503).end());
        await().until(() -> isReady(warmUp));
        assertTrue(asked.size() > 1, asked::toString);
    }

    @Test
    void noTimeIsNoWarmUp() {
        assertTrue(isReady(new WarmUp(vertx, Duration.ZERO)));
    }

    private WarmUp begin(Duration limit, Consumer<HttpServerRequest> answer) {
        HttpServer server = vertx.createHttpServer().requestHandler(request -> {
            asked.add(request.path());
            answer.accept(request);
        });
        await().until(server.listen(0, "127.0.0.1")::succeeded);
        WarmUp warmUp = new WarmUp(vertx, limit);
        warmUp.begin(server.actualPort());
        return warmUp;
    }

    private static boolean isReady(WarmUp warmUp) {
        return warmUp.call().getStatus() == Status.UP;
    }
}

package org.counterclaim.upstream;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.counterclaim.fixture.Server;
import org.counterclaim.local.FreePorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UpstreamTest {

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        await().until(vertx.close()::isComplete);
    }

    @Test
    void whoHasAsManyCallsAsThereMayBeTakesNoMore() {
        int port = FreePorts.one();
        List<HttpServerRequest> held = new CopyOnWriteArrayList<>();
        try (Server server = new Server(port, held::add)) {
            Upstream upstream = upstream(port, 1);
            CompletableFuture<Answer> first = call(upstream);
            CompletableFuture<Answer> second = call(upstream);
            assertNotNull(upstream.full());
            assertTrue(upstream.full().isShed());
            CompletableFuture<Answer> third = call(upstream);
            assertTrue(third.isCompletedExceptionally());
            assertEquals(3, meters.get("counterclaim.shed").counter().count());
            await().until(() -> {
                held.forEach(UpstreamTest::answer);
                return first.isDone() && second.isDone();
            });
            assertNull(upstream.full());
        }
    }

    private static CompletableFuture<Answer> call(Upstream upstream) {
        return upstream.get("/something").subscribeAsCompletionStage();
    }

    private static void answer(HttpServerRequest request) {
        if (!request.response().ended()) {
            request.response().putHeader("Content-Type", "application/json").end("{}");
        }
    }

    private Upstream upstream(int port, int connections) {
        UpstreamConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(UpstreamConfig.Articles.class)
                .withDefaultValue("counterclaim.article-service.url", "http://127.0.0.1:" + port)
                .withDefaultValue("counterclaim.article-service.budget", "5s")
                .withDefaultValue("counterclaim.article-service.connections", "" + connections)
                .build()
                .getConfigMapping(UpstreamConfig.Articles.class);
        return new Upstreams(vertx, meters, CircuitBreakerRegistry.ofDefaults()).to("a-service", config);
    }
}

package org.counterclaim.upstream;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls of a real server that is sometimes slow, or breaks off. */
class SecondTriesTest {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Connections connections;
    private Origin origin;
    private SecondTries tries;

    @AfterEach
    void close() {
        await().until(vertx.close()::isComplete);
    }

    @Test
    void oneOfTwentyThatIsSlowIsNotWaitedFor() {
        serve(0.1, (request, number) -> {
            if (number > 200 && number % 20 == 0) {
                vertx.setTimer(1_000, late -> good(request));
            } else {
                good(request);
            }
        });
        asMany(200);
        int before = asked.get();
        long longest = 0;
        for (int i = 0; i < 400; i++) {
            long begun = System.nanoTime();
            assertEquals(200, ask().join().status());
            longest = Math.max(longest, System.nanoTime() - begun);
        }
        assertTrue(longest < Duration.ofMillis(900).toNanos(), longest / 1_000_000 + " ms");
        assertTrue(asked.get() - before <= 440, () -> asked.get() - before + " calls");
        await().until(() -> cut.get() > 0);
    }

    @Test
    void aCallThatFailsIsMadeOnceMore() {
        serve(0.1, (request, number) -> {
            if (number == 30) {
                request.response().setStatusCode(503).end();
            } else {
                good(request);
            }
        });
        asMany(40);
        assertEquals(41, asked.get());
        assertEquals(1, meters.counter("second").count());
    }

    @Test
    void aServiceThatAlwaysFailsIsAskedATenthMore() {
        serve(0.1, (request, number) -> request.response().setStatusCode(503).end());
        for (int i = 0; i < 100; i++) {
            String failure =
                    ask().handle((answer, cause) -> String.valueOf(cause)).join();
            assertTrue(failure.contains("503"), failure);
        }
        assertTrue(asked.get() > 105 && asked.get() <= 110, asked::toString);
    }

    @Test
    void whoWantsNoneGetsNone() {
        serve(0, (request, number) -> request.response().setStatusCode(503).end());
        for (int i = 0; i < 20; i++) {
            ask().exceptionally(failure -> null).join();
        }
        assertEquals(20, asked.get());
    }

    @Test
    void bothTogetherTakeNoLongerThanTheLimit() {
        serve(1, (request, number) -> {
            if (number <= 200) {
                good(request);
            }
        });
        asMany(200);
        long begun = System.nanoTime();
        Throwable failure = ask().handle((answer, cause) -> cause).join();
        assertEquals(
                UpstreamFailure.Reason.TIMEOUT,
                UpstreamFailure.of(failure instanceof CompletionException ? failure.getCause() : failure)
                        .reason());
        assertTrue(System.nanoTime() - begun < LIMIT.toNanos() * 2);
        assertEquals(202, asked.get());
    }

    private void asMany(int times) {
        for (int i = 0; i < times; i++) {
            assertEquals(200, ask().join().status());
        }
    }

    /** In one context, as whoever answers a request. */
    private CompletableFuture<Answer> ask() {
        Promise<Answer> answer = Promise.promise();
        context.runOnContext(go -> tries.ask(
                        limit -> new Exchange(
                                connections,
                                origin.request(HttpMethod.GET, "/").putHeader("Accept", "application/json"),
                                null,
                                limit),
                        LIMIT)
                .onComplete(answer));
        return answer.future().toCompletionStage().toCompletableFuture();
    }

    private static void good(HttpServerRequest request) {
        if (!request.response().closed()) {
            request.response().putHeader("Content-Type", "application/json").end("{}");
        }
    }

    private void serve(double share, BiConsumer<HttpServerRequest, Integer> answer) {
        HttpServer server = vertx.createHttpServer().requestHandler(request -> {
            request.exceptionHandler(broken -> cut.incrementAndGet());
            request.response().closeHandler(closed -> cut.incrementAndGet());
            answer.accept(request, asked.incrementAndGet());
        });
        Future<HttpServer> listening = server.listen(0, "127.0.0.1");
        await().until(listening::succeeded);
        origin = Origin.of(URI.create("http://127.0.0.1:" + server.actualPort()));
        connections = new Connections(origin, new Settings(), vertx);
        tries = new SecondTries(vertx, share, LIMIT, meters.counter("second"));
    }

    /** Nothing of it is asked for but how many connections there may be. */
    private record Settings() implements UpstreamConfig {

        @Override
        public URI url() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Duration budget() {
            return LIMIT;
        }

        @Override
        public Duration patience() {
            return LIMIT;
        }

        @Override
        public int connections() {
            return 16;
        }

        @Override
        public Duration keepAlive() {
            return Duration.ofSeconds(5);
        }

        @Override
        public double secondTries() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Breaker breaker() {
            throw new UnsupportedOperationException();
        }
    }
}

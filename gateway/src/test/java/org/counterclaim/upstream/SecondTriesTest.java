package org.counterclaim.upstream;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private Origin origin;
    private Calls calls;

    @AfterEach
    void close() {
        await().until(vertx.close()::isComplete);
    }

    @Test
    void oneThatHangsIsNotWaitedFor() {
        AtomicBoolean hangs = new AtomicBoolean();
        serve(0.1, (request, number) -> {
            if (!hangs.getAndSet(false)) {
                good(request);
            }
        });
        asMany(200);
        // a moment in which this machine itself is late is not taken for the service's: such a call ends at its limit
        int late = -1;
        boolean answered;
        do {
            late++;
            await().untilAtomic(cut, equalTo(late));
            asMany(10);
            hangs.set(true);
            answered = ask().handle((answer, failure) -> failure == null).join();
        } while (!answered && late < 10);
        assertTrue(calls.secondTries() > 0);
        assertEquals(late, cut.get(), "the slower call is not broken off");
        await().untilAtomic(cut, equalTo(late + 1));
    }

    @Test
    void slowForEverybodyIsAskedATenthMore() {
        AtomicInteger wait = new AtomicInteger();
        serve(0.1, (request, number) -> {
            if (wait.get() == 0) {
                good(request);
            } else {
                vertx.setTimer(wait.get(), late -> good(request));
            }
        });
        asMany(200);
        wait.set(50);
        int before = asked.get();
        asMany(40);
        assertTrue(asked.get() - before <= 40 + 4 + 10, () -> asked.get() - before + " calls");
    }

    @Test
    void whoIsLateHimselfDoesNotAskAgain() {
        SecondTries rules = new SecondTries(0.5, LIMIT);
        rules.earn();
        assertFalse(rules.spendOnLate(0), "half of one");
        rules.earn();
        assertFalse(rules.spendOnLate(Duration.ofMillis(7).toNanos()));
        assertTrue(rules.spendOnLate(Duration.ofMillis(1).toNanos()));
        assertFalse(rules.spendOnLate(0));
        assertEquals(1, rules.made());
    }

    @Test
    void whoLeavesLetsGoOfTheConnection() {
        serve(0, (request, number) -> {});
        Calls.Call call = begin();
        await().until(() -> asked.get() == 1);
        context.runOnContext(go -> call.abandon());
        await().until(() -> cut.get() == 1);
        await().until(() -> call.answer().cause() instanceof CancellationException);
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
        assertEquals(1, calls.secondTries());
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
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        context.runOnContext(
                go -> begin().answer().onSuccess(answer::complete).onFailure(answer::completeExceptionally));
        return answer;
    }

    private Calls.Call begin() {
        return calls.begin(origin.request(HttpMethod.GET, "/").putHeader("Accept", "application/json"), null);
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
        URI url = URI.create("http://127.0.0.1:" + server.actualPort());
        origin = Origin.of(url);
        calls = new Calls(vertx, settings(url, share));
    }

    /** As it is configured, but for these. */
    private static UpstreamConfig settings(URI url, double secondTries) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(UpstreamConfig.Claims.class)
                .withDefaultValue("counterclaim.claim-service.url", url.toString())
                .withDefaultValue("counterclaim.claim-service.budget", LIMIT.toString())
                .withDefaultValue("counterclaim.claim-service.second-tries", String.valueOf(secondTries))
                .build()
                .getConfigMapping(UpstreamConfig.Claims.class);
    }
}

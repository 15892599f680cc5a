package org.counterclaim.kit.idempotency;

import static org.counterclaim.kit.idempotency.Requests.UNDISTURBED;
import static org.counterclaim.kit.store.Cabinet.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterclaim.kit.idempotency.Requests.Wish;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.store.Mortal;
import org.counterclaim.kit.store.Note;
import org.counterclaim.kit.store.StoreCalls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AttemptTest {

    /** More calls than any of these requests makes. */
    private static final int CALLS = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Requests requests = new Requests();

    @AfterEach
    void close() {
        requests.close();
    }

    record Step(Wish wish, int call, boolean after) {}

    static Stream<Step> steps() {
        return Stream.of(Wish.values())
                .flatMap(wish -> IntStream.range(0, CALLS)
                        .boxed()
                        .flatMap(call -> Stream.of(true, false).map(after -> new Step(wish, call, after))));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void whereverTheFirstOneDiesTheNextOneFinishes(Step step) {
        Mortal mortal = new Mortal(step.call, step.after);
        Note first = await(requests.send(step.wish, mortal, Duration.ZERO)
                .onFailure(Mortal.Death.class)
                .recoverWithNull());
        requests.pass(Requests.LEASE);
        Note second = await(requests.send(step.wish));
        assertTrue(first != null || mortal.calls() > step.call);
        assertTrue(first == null || first.equals(second));
        assertEquals(1, requests.made());
        assertEquals(second, await(requests.send(step.wish)));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void whereverTheFirstOneIsHeldUpBothGetOneThing(Step step) {
        Sleeper sleeper = new Sleeper(step.call, step.after);
        CompletableFuture<Note> first = requests.send(step.wish, sleeper, PATIENCE)
                .subscribeAsCompletionStage()
                .toCompletableFuture();
        CompletableFuture.anyOf(first, sleeper.asleep).join();
        requests.pass(Requests.LEASE);
        Note second = await(requests.send(step.wish));
        sleeper.wakeUp.complete(null);
        assertEquals(second, first.join());
        assertEquals(1, requests.made());
    }

    @ParameterizedTest
    @EnumSource(Wish.class)
    void manyAtOnceGetOneThing(Wish wish) {
        assertAllGetOneThing(wish);
    }

    @ParameterizedTest
    @EnumSource(Wish.class)
    void manyAtOnceThatTakeADeadOnesPlaceGetOneThing(Wish wish) {
        Uni<Note> dies = requests.send(wish, new Mortal(1, false), Duration.ZERO);
        assertThrows(Mortal.Death.class, () -> await(dies));
        requests.pass(Requests.LEASE);
        assertAllGetOneThing(wish);
    }

    @Test
    void whatIsStillRunningIsWaitedForAndThenLeftAlone() {
        CompletableFuture<Note> slow = new CompletableFuture<>();
        CompletableFuture<String> begun = new CompletableFuture<>();
        CompletableFuture<Note> first = requests.send("body", id -> {
                    begun.complete(id);
                    return Uni.createFrom().completionStage(slow);
                })
                .subscribeAsCompletionStage()
                .toCompletableFuture();
        begun.join(); // or it could be the second
        requests.pass(Duration.ofMillis(9_500));
        HttpProblem running = refused(requests.send(Wish.NOTE, UNDISTURBED, Duration.ofMillis(120)));
        assertEquals("/problems/idempotency-in-progress", running.getType().toString());
        assertEquals(21L, running.getHeaders().get("Retry-After"));
        assertFalse(first.isDone());
        assertEquals(0, requests.made());
    }

    @Test
    void whatWasRefusedLeavesTheKeyToABetterRequest() {
        HttpProblem refused = refused(requests.send("bad", id -> {
            throw Problem.VALIDATION.because("Bad.");
        }));
        assertEquals("/problems/validation", refused.getType().toString());
        Note note = await(requests.send("good", id -> Wish.NOTE.make(requests.cabinet.actor(), id)));
        assertEquals(note, await(requests.send("good", id -> Uni.createFrom().nothing())));
        assertConflict("bad");
        assertEquals(1, requests.made());
    }

    @Test
    void aFailureLeavesTheKeyToTheSameRequest() {
        HttpProblem failed = refused(requests.send(
                "body",
                id -> Uni.createFrom()
                        .failure(Problem.UPSTREAM_UNAVAILABLE.because("Nobody knows what has happened."))));
        assertEquals(503, failed.getStatusCode());
        assertConflict("another body");
        await(requests.send("body", id -> Wish.NOTE.make(requests.cabinet.actor(), id)));
        assertEquals(1, requests.made());
    }

    @Test
    void whateverFailsAfterItWasMadeItWasMade() {
        Note note = await(requests.send(
                "body",
                id -> Wish.NOTE
                        .make(requests.cabinet.actor(), id)
                        .chain(made -> Uni.createFrom().failure(new IllegalStateException("too late")))));
        assertEquals(note, await(requests.send(Wish.NOTE)));
        assertEquals(1, requests.made());
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        Note first = await(requests.send(Wish.NOTE));
        requests.pass(Duration.ofHours(24));
        assertEquals(0, await(requests.tickets(UNDISTURBED).forget()));
        assertEquals(first, await(requests.send(Wish.NOTE)));
        requests.pass(Requests.LEASE.plusMillis(1));
        assertEquals(1, await(requests.tickets(UNDISTURBED).forget()));
        assertNotEquals(first, await(requests.send(Wish.NOTE)));
    }

    private void assertAllGetOneThing(Wish wish) {
        List<CompletableFuture<Note>> all = IntStream.range(0, 20)
                .mapToObj(i -> requests.send(wish, UNDISTURBED, PATIENCE)
                        .subscribeAsCompletionStage()
                        .toCompletableFuture())
                .toList();
        assertEquals(1, all.stream().map(CompletableFuture::join).distinct().count());
        assertEquals(1, requests.made());
    }

    private void assertConflict(String body) {
        HttpProblem conflict =
                refused(requests.send(body, id -> Uni.createFrom().nothing()));
        assertEquals("/problems/idempotency-conflict", conflict.getType().toString());
    }

    private static HttpProblem refused(Uni<Note> request) {
        return assertThrows(HttpProblem.class, () -> await(request));
    }

    /** Falls asleep at one of its calls, before or after it has reached the store, and goes on when it is woken. */
    private static final class Sleeper implements StoreCalls {
        private final CompletableFuture<Void> asleep = new CompletableFuture<>();
        private final CompletableFuture<Void> wakeUp = new CompletableFuture<>();
        private final AtomicInteger calls = new AtomicInteger();
        private final int at;
        private final boolean after;

        Sleeper(int at, boolean after) {
            this.at = at;
            this.after = after;
        }

        @Override
        public <T> Uni<T> make(String name, Supplier<Uni<T>> call) {
            return Uni.createFrom().deferred(() -> {
                if (calls.getAndIncrement() != at) {
                    return call.get();
                }
                return after ? call.get().call(this::sleep) : sleep().chain(call::get);
            });
        }

        private Uni<Void> sleep() {
            asleep.complete(null);
            return Uni.createFrom().completionStage(wakeUp);
        }
    }
}

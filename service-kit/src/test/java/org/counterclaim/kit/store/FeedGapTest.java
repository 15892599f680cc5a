package org.counterclaim.kit.store;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.counterclaim.kit.store.Cabinet.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class FeedGapTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicLong time = new AtomicLong();

    @Test
    void whoWaitsIsToldThatSomethingCannotBeReadYet() throws Exception {
        try (Cabinet cabinet = new Cabinet()) {
            Feed feed = new Feed(new Revisions(cabinet.database), time::get, 10);
            assertTrue(feed.isBehind());
            await(feed.poll());
            assertFalse(feed.isBehind());
            CompletableFuture<List<BsonDocument>> waiting =
                    feed.after(0, 10, LONG).subscribeAsCompletionStage();
            cabinet.takeNumber();
            await(cabinet.actor().insert(Note.first("n1", "after a dead writer's"), Note.CHANGE));

            await(feed.poll());
            assertFalse(feed.isBehind(), "Whoever has that number may be about to use it");
            await(feed.poll());
            assertTrue(feed.isBehind());
            assertEquals(List.of(), waiting.get(1, SECONDS));
            assertEquals(List.of(), await(feed.after(0, 10, LONG)), "Who is behind does not wait for long");

            time.addAndGet(SECONDS.toNanos(2));
            await(feed.poll());
            await(feed.poll());
            assertFalse(feed.isBehind());
            assertEquals(2, await(feed.after(0, 10, LONG)).size());
        }
    }

    @Test
    void nobodyKnowsWhatASilentStoreHolds() {
        try (Cabinet cabinet = new Cabinet()) {
            AtomicBoolean gone = new AtomicBoolean();
            Feed feed = new Feed(new Revisions(StoreCalls.through(unless(gone), cabinet.database)), time::get, 10);
            await(feed.poll());
            gone.set(true);
            time.addAndGet(SECONDS.toNanos(1));
            assertThrows(IllegalStateException.class, () -> await(feed.poll()));
            assertTrue(feed.isBehind());
            gone.set(false);
            await(feed.poll());
            assertFalse(feed.isBehind());
        }
    }

    private static StoreCalls unless(AtomicBoolean gone) {
        return new StoreCalls() {
            @Override
            public <T> Uni<T> make(String name, Supplier<Uni<T>> call) {
                return gone.get() ? Uni.createFrom().failure(new IllegalStateException("gone")) : call.get();
            }
        };
    }
}

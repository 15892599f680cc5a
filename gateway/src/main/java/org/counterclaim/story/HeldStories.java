package org.counterclaim.story;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What is held of stories, true to the feeds: once a change was heard, nothing that was read before it is held as current.
 * Whoever reads says when he begins; what he has read is kept only if nothing was heard of the story since.
 */
@Singleton
class HeldStories {

    /** Stories share these counters: a change of another story now and then keeps an answer from being held, and no more. */
    private static final int COUNTERS = 4_096;

    private final AtomicLongArray heard = new AtomicLongArray(COUNTERS);
    private final AtomicLong restarts = new AtomicLong();
    private final ConcurrentMap<String, Reading> readings = new ConcurrentHashMap<>();
    private final Cache<String, Held> held;
    private final Cache<String, String> ids =
            Caffeine.newBuilder().maximumSize(10_000).build();

    /** A reading of a story's parts, begun when so much had been heard, for one reader and whoever joins. */
    static final class Reading {

        private final String id;
        private final long heard;
        private final long restarts;
        private Uni<Composed> answer;
        private CompletableFuture<Composed> running;
        private int readers = 1;

        private Reading(String id, long heard, long restarts) {
            this.id = id;
            this.heard = heard;
            this.restarts = restarts;
        }

        String id() {
            return id;
        }

        private CompletionStage<Composed> run(Uni<Composed> read) {
            running = read.subscribeAsCompletionStage();
            return running;
        }

        /** False if all have left meanwhile. */
        private synchronized boolean enter() {
            readers += readers > 0 ? 1 : 0;
            return readers > 0;
        }

        /** The last one ends it: nobody is waiting for what the services would say. */
        private void leave() {
            synchronized (this) {
                readers--;
                if (readers > 0) {
                    return;
                }
            }
            running.cancel(false);
        }
    }

    /** @param bytes how many may be held, about */
    HeldStories(@ConfigProperty(name = "counterclaim.held-bytes", defaultValue = "16777216") long bytes) {
        this.held = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((String id, Held story) -> story.weight())
                .executor(Runnable::run)
                .build();
    }

    Held of(String id) {
        Held story = held.getIfPresent(id);
        return story == null ? Held.NOTHING : story;
    }

    /** The id that a slug stood for when it was last read, null for none; it may be another story's by now. */
    String idOf(String slug) {
        return ids.getIfPresent(slug);
    }

    /** @param slug of the story; null for none */
    void name(String slug, String id) {
        if (slug != null) {
            ids.put(slug, id);
        }
    }

    /** A reading that nobody else joins. */
    Reading begin(String id) {
        return new Reading(id, heard.get(counter(id)), restarts.get());
    }

    /** What comes of the reading that is under way, if nothing was heard since it began; else of a new one. */
    Uni<Composed> join(String id, Function<Reading, Uni<Composed>> read) {
        Reading reading = readings.compute(
                id,
                (key, running) ->
                        running != null && isCurrent(running) && running.enter() ? running : start(key, read));
        return reading.answer.onCancellation().invoke(reading::leave);
    }

    private Reading start(String id, Function<Reading, Uni<Composed>> read) {
        Reading reading = begin(id);
        reading.answer = Uni.createFrom()
                .completionStage(() -> reading.run(read.apply(reading)))
                .onTermination()
                .invoke(() -> readings.remove(id, reading))
                .memoize()
                .indefinitely();
        return reading;
    }

    /** Holds what was read, unless something was heard meanwhile. */
    void keep(Reading reading, Held story) {
        held.asMap().compute(reading.id, (id, before) -> isCurrent(reading) ? story : before);
    }

    void changed(String id) {
        hear(id, Held::changed);
    }

    void claimsWithdrawn(String id) {
        hear(id, Held::withoutClaims);
    }

    /** It is public no more. */
    void gone(String id) {
        hear(id, story -> null);
    }

    /** Nobody knows what was missed. */
    void startAfresh() {
        restarts.incrementAndGet();
        held.invalidateAll();
    }

    private void hear(String id, UnaryOperator<Held> change) {
        heard.incrementAndGet(counter(id));
        held.asMap().computeIfPresent(id, (key, story) -> change.apply(story));
    }

    private boolean isCurrent(Reading reading) {
        return reading.heard == heard.get(counter(reading.id)) && reading.restarts == restarts.get();
    }

    private static int counter(String id) {
        return Math.floorMod(id.hashCode(), COUNTERS);
    }
}

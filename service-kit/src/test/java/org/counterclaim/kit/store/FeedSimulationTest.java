package org.counterclaim.kit.store;

import static org.counterclaim.kit.store.Cabinet.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.BsonDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Writers that pause and die, sweeps, and readers on two replicas, in random order, one call to the store at a time: nothing is
 * skipped, nothing doubled, and each document's revisions come in their order. {@code -Dinterleavings=N} runs more of them.
 */
class FeedSimulationTest {

    private static final int WRITERS = 4;
    private static final int STEPS = 160;

    /** Each gap is sealed within seconds of its own, and a world has a few of them. */
    private static final int PATIENCE = 60;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("interleavings", 60));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyReaderGetsEveryRevisionOnceAndInOrder(long seed) {
        try (Cabinet cabinet = new Cabinet()) {
            new World(cabinet, new Random(seed)).run();
        }
    }

    /** One thread, which lets one waiting call through at a time. */
    private static final class World {
        private final Cabinet cabinet;
        private final Random random;
        private final AtomicLong time = new AtomicLong();
        private final List<Runnable> waiting = new ArrayList<>();
        private final List<Replica> replicas;
        private int notes;
        private boolean over;

        World(Cabinet cabinet, Random random) {
            this.cabinet = cabinet;
            this.random = random;
            this.replicas = List.of(new Replica(this), new Replica(this));
        }

        void run() {
            IntStream.range(0, WRITERS).forEach(writer -> startWriter());
            replicas.forEach(Replica::poll);
            for (int step = 0; step < STEPS; step++) {
                step();
            }
            settle();
            List<String> truth = truth();
            replicas.forEach(replica -> assertEquals(truth, replica.seen(), "replica"));
            assertOrder(truth);
        }

        private void step() {
            time.addAndGet(random.nextInt(10) == 0 ? Duration.ofSeconds(1).toNanos() : 1);
            if (random.nextInt(20) == 0) {
                start(cabinet.actor(new Gate(this)).upkeep().sweep(Instant.now()));
            }
            if (!waiting.isEmpty()) {
                waiting.remove(random.nextInt(waiting.size())).run();
            }
        }

        /** Those who paused go on, some have died; the sweep and the readers put the rest right. */
        private void settle() {
            over = true;
            while (!waiting.isEmpty()) {
                waiting.remove(random.nextInt(waiting.size())).run();
            }
            cabinet.sweep();
            long last = lastNumber();
            for (int poll = 0; poll < PATIENCE && replicas.stream().anyMatch(r -> r.position() < last); poll++) {
                time.addAndGet(Duration.ofSeconds(1).toNanos());
                replicas.forEach(Replica::catchUp);
            }
        }

        private long lastNumber() {
            return await(new Revisions(cabinet.database).after(0, 10_000)).stream()
                    .mapToLong(Feed::seqOf)
                    .max()
                    .orElse(0);
        }

        private void startWriter() {
            RevisionStore<Note> store = cabinet.actor(new Gate(this));
            boolean creates = notes == 0 || random.nextInt(4) == 0;
            String id = "n" + (creates ? ++notes : 1 + random.nextInt(notes));
            Uni<Note> write = creates
                    ? store.insert(Note.first(id, "first"), Note.CHANGE)
                    : store.findForWrite(id)
                            .onItem()
                            .ifNotNull()
                            .transformToUni(note -> store.replace(note.next("next"), Note.CHANGE));
            start(write.onItemOrFailure().invoke((done, lost) -> {
                if (!over) {
                    startWriter();
                }
            }));
        }

        private static void start(Uni<?> work) {
            work.subscribe().with(done -> {}, failure -> {});
        }

        /** What is recorded, by number: the documents are the truth, and each has all its revisions. */
        private List<String> truth() {
            List<BsonDocument> records = await(new Revisions(cabinet.database).after(0, 10_000));
            assertEquals(
                    LongStream.rangeClosed(1, records.size()).boxed().toList(),
                    records.stream().map(Feed::seqOf).toList());
            return records.stream()
                    .filter(r -> !r.containsKey("void"))
                    .map(World::name)
                    .toList();
        }

        private void assertOrder(List<String> truth) {
            Map<String, Integer> last = new HashMap<>();
            truth.forEach(name -> {
                String[] part = name.split(":");
                assertEquals(last.merge(part[0], 1, Integer::sum), Integer.parseInt(part[1]), truth::toString);
            });
            cabinet.documents()
                    .forEach(document -> assertEquals(
                            document.getInt32("revision").getValue(),
                            last.get(document.getString("_id").getValue())));
        }

        private static String name(BsonDocument record) {
            return record.getString("_id").getValue();
        }
    }

    /** A poller and a reader that follows it. */
    private static final class Replica {
        private final World world;
        private final Feed feed;
        private final List<BsonDocument> read = new ArrayList<>();

        Replica(World world) {
            this.world = world;
            this.feed = new Feed(
                    new Revisions(StoreCalls.through(new Gate(world), world.cabinet.database)), world.time::get, 5);
        }

        void poll() {
            World.start(feed.poll()
                    .chain(() -> feed.after(position(), 1 + world.random.nextInt(5), Duration.ZERO))
                    .invoke(read::addAll)
                    .onItemOrFailure()
                    .invoke((done, lost) -> {
                        if (!world.over) {
                            poll();
                        }
                    }));
        }

        void catchUp() {
            poll();
            while (!world.waiting.isEmpty()) {
                world.waiting.remove(0).run();
            }
            World.start(feed.after(position(), 10_000, Duration.ZERO).invoke(read::addAll));
            while (!world.waiting.isEmpty()) {
                world.waiting.remove(0).run();
            }
        }

        List<String> seen() {
            return read.stream()
                    .filter(r -> !r.containsKey("void"))
                    .map(World::name)
                    .toList();
        }

        private long position() {
            return read.isEmpty() ? 0 : Feed.seqOf(read.get(read.size() - 1));
        }
    }

    /** Holds each call back until it is its turn. One in fifty of a writer's calls is its last. */
    private static final class Gate implements StoreCalls {
        private final World world;

        Gate(World world) {
            this.world = world;
        }

        @Override
        public <T> Uni<T> make(String name, Supplier<Uni<T>> call) {
            return Uni.createFrom().emitter(emitter -> world.waiting.add(() -> run(call, emitter)));
        }

        private <T> void run(Supplier<Uni<T>> call, UniEmitter<? super T> emitter) {
            int fate = world.random.nextInt(100);
            if (fate == 0) {
                emitter.fail(new IllegalStateException("died before the call"));
                return;
            }
            T answer;
            try {
                answer = await(call.get());
            } catch (RuntimeException failure) {
                emitter.fail(failure);
                return;
            }
            if (fate == 1) {
                emitter.fail(new IllegalStateException("died after the call"));
            } else {
                emitter.complete(answer);
            }
        }
    }
}

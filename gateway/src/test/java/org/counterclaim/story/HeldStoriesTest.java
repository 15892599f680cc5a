package org.counterclaim.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.counterclaim.story.HeldStories.Reading;
import org.junit.jupiter.api.Test;

/**
 * Every order in which two readings, the changes of a story, what is heard of them and the loss of a feed can follow each other:
 * what is held is never older than what was heard.
 */
class HeldStoriesTest {

    private static final String ID = "art_1";
    private static final int GONE = -1;

    /** A story that a service has, a gateway that hears of its changes later, and two readers. */
    private static final class World {

        private final HeldStories held = new HeldStories(1_000_000);
        private final Reading[] readings = new Reading[2];
        private final int[] seen = new int[2];
        private int version;
        private int heard;

        private void begin(int reader) {
            readings[reader] = held.begin(ID);
        }

        private void look(int reader) {
            seen[reader] = version;
        }

        private void keep(int reader) {
            if (seen[reader] != GONE) {
                held.keep(readings[reader], held(seen[reader]));
            }
        }

        private void change(int to) {
            version = to;
        }

        private void hear(int of) {
            heard = of;
            if (of == GONE) {
                held.gone(ID);
            } else {
                held.changed(ID);
            }
        }

        /** The feed has forgotten us: whatever happened before is heard no more. */
        private void lose() {
            heard = version;
            held.startAfresh();
        }

        private void check() {
            Ready ready = held.of(ID).ready();
            if (ready != null) {
                int shown = Integer.parseInt(new String(ready.story().body(), StandardCharsets.US_ASCII));
                assertTrue(heard != GONE, "shown after it has gone");
                assertTrue(shown >= heard, () -> "shows " + shown + " after " + heard + " was heard");
            }
            if (heard == GONE) {
                assertEquals(Held.NOTHING, held.of(ID));
            }
        }
    }

    private static Held held(int version) {
        byte[] body = String.valueOf(version).getBytes(StandardCharsets.US_ASCII);
        return new Held(
                null, null, new Ready(new Composed(body, "\"" + version + "\"", null, null, Completeness.WHOLE)));
    }

    /** What is done by one after the other; the lines of different ones mix in every way. */
    private static final Map<String, List<Consumer<World>>> ACTORS = Map.of(
            "first reader", List.of(w -> w.begin(0), w -> w.look(0), w -> w.keep(0)),
            "second reader", List.of(w -> w.begin(1), w -> w.look(1), w -> w.keep(1)));

    @Test
    void aChangeAndARemoval() {
        every(List.of(w -> w.change(1), w -> w.change(GONE)), List.of(w -> w.hear(1), w -> w.hear(GONE)), List.of());
    }

    @Test
    void twoChanges() {
        every(List.of(w -> w.change(1), w -> w.change(2)), List.of(w -> w.hear(1), w -> w.hear(2)), List.of());
    }

    @Test
    void aFeedThatIsLostInBetween() {
        every(List.of(w -> w.change(1)), List.of(), List.of(World::lose));
    }

    /** A change is heard after it has been made. */
    private static void every(
            List<Consumer<World>> changes, List<Consumer<World>> hearings, List<Consumer<World>> losses) {
        List<List<Consumer<World>>> actors = new ArrayList<>(ACTORS.values());
        actors.addAll(List.of(changes, hearings, losses));
        int[] lengths = actors.stream().mapToInt(List::size).toArray();
        int[] runs = new int[1];
        interleave(lengths, new int[lengths.length], new ArrayList<>(), order -> {
            if (order.stream().filter(actor -> actor == 3).count() > 0 && hearsTooSoon(order)) {
                return;
            }
            run(actors, order);
            runs[0]++;
        });
        assertTrue(runs[0] > 200, () -> runs[0] + " orders");
    }

    private static boolean hearsTooSoon(List<Integer> order) {
        int made = 0;
        for (int actor : order) {
            made += actor == 2 ? 1 : actor == 3 ? -1 : 0;
            if (made < 0) {
                return true;
            }
        }
        return false;
    }

    private static void run(List<List<Consumer<World>>> actors, List<Integer> order) {
        World world = new World();
        world.held.keep(world.held.begin(ID), held(0));
        assertNotNull(world.held.of(ID).ready());
        int[] next = new int[actors.size()];
        for (int actor : order) {
            actors.get(actor).get(next[actor]++).accept(world);
            world.check();
        }
    }

    private static void interleave(int[] lengths, int[] done, List<Integer> order, Consumer<List<Integer>> use) {
        if (order.size() == IntStream.of(lengths).sum()) {
            use.accept(order);
            return;
        }
        for (int actor = 0; actor < lengths.length; actor++) {
            if (done[actor] < lengths[actor]) {
                int[] after = Arrays.copyOf(done, done.length);
                after[actor]++;
                List<Integer> longer = new ArrayList<>(order);
                longer.add(actor);
                interleave(lengths, after, longer, use);
            }
        }
    }

    @Test
    void aReadingEndsWhenAllWhoJoinedHaveLeft() {
        HeldStories held = new HeldStories(1_000_000);
        List<String> seen = new ArrayList<>();
        Function<Reading, Uni<Composed>> read =
                reading -> Uni.createFrom().<Composed>nothing().onCancellation().invoke(() -> seen.add("broken off"));
        CompletableFuture<Composed> first = held.join(ID, read).subscribeAsCompletionStage();
        CompletableFuture<Composed> second = held.join(ID, read).subscribeAsCompletionStage();
        first.cancel(false);
        assertEquals(List.of(), seen);
        CompletableFuture<Composed> third = held.join(ID, read).subscribeAsCompletionStage();
        second.cancel(false);
        assertEquals(List.of(), seen);
        third.cancel(false);
        assertEquals(List.of("broken off"), seen);
        Composed story = held(1).ready().story();
        assertEquals(
                story,
                held.join(ID, reading -> Uni.createFrom().item(story))
                        .subscribeAsCompletionStage()
                        .join());
    }
}

package org.counterclaim.kit.store;

import static org.counterclaim.kit.store.Cabinet.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RefreshTest {

    @Test
    void whatFollowsFromElsewhereMakesNoRevision() {
        try (Cabinet cabinet = new Cabinet()) {
            RevisionStore<Note> store = cabinet.actor();
            Note note = await(store.insert(Note.first("n", "rain"), Note.CHANGE));
            await(store.upkeep().refresh("n", found -> now(found, "rain and wind")));
            assertEquals("rain and wind", await(store.find("n")).text());
            assertEquals(1, await(store.find("n")).revision());
            assertEquals(note, await(store.findRevision("n", 1)));
            assertEquals(1, cabinet.feed().size());
            await(store.upkeep().refresh("nobody", found -> now(found, "x")));
        }
    }

    @Test
    void whatIsTheSameIsNotWritten() {
        try (Cabinet cabinet = new Cabinet()) {
            RevisionStore<Note> store = cabinet.actor();
            await(store.insert(Note.first("n", "rain"), Note.CHANGE));
            await(store.upkeep().refresh("n", found -> now(found, "rain")));
            assertFalse(cabinet.documents().get(0).containsKey("refreshed"));
        }
    }

    @Test
    void whoeverWritesInBetweenIsNotOverwritten() {
        try (Cabinet cabinet = new Cabinet()) {
            RevisionStore<Note> store = cabinet.actor();
            Note note = await(store.insert(Note.first("n", "rain"), Note.CHANGE));
            AtomicInteger tries = new AtomicInteger();
            await(store.upkeep()
                    .refresh(
                            "n",
                            found -> tries.getAndIncrement() == 0
                                    ? store.replace(note.next("sun"), Note.CHANGE)
                                            .chain(() -> now(found, found.text() + "!"))
                                    : now(found, found.text() + "!")));
            assertEquals(2, tries.get());
            assertEquals("sun!", await(store.find("n")).text());
            assertEquals(2, await(store.find("n")).revision());
        }
    }

    /** Two find out at the same time; the one who has looked at something old by now does not have the last word. */
    @Test
    void ofTwoRefreshesTheLaterOneLooksAgain() {
        try (Cabinet cabinet = new Cabinet()) {
            RevisionStore<Note> store = cabinet.actor();
            await(store.insert(Note.first("n", "0"), Note.CHANGE));
            List<String> world = new ArrayList<>(List.of("old"));
            AtomicInteger tries = new AtomicInteger();
            await(store.upkeep().refresh("n", found -> {
                String seen = world.get(0);
                if (tries.getAndIncrement() > 0) {
                    return now(found, seen);
                }
                world.set(0, "new");
                return store.upkeep()
                        .refresh("n", other -> now(other, world.get(0)))
                        .chain(() -> now(found, seen));
            }));
            assertEquals("new", await(store.find("n")).text());
        }
    }

    private static Uni<Note> now(Note note, String text) {
        return Uni.createFrom().item(new Note(note.id(), note.revision(), text, note.removed(), note.updatedAt()));
    }
}

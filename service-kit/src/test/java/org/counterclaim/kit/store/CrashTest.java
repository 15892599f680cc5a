package org.counterclaim.kit.store;

import static org.counterclaim.kit.store.Cabinet.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every actor dies before and after each call that it makes to the store, and whoever comes next puts it right: the document,
 * its records and the answer agree.
 */
class CrashTest {

    /** More calls than any write makes. */
    private static final int CALLS = 15;

    /** Somebody who is going to die. */
    enum Act {
        INSERT(store -> store.insert(Note.first("n2", "new"), Note.CHANGE)),
        REPLACE(store -> store.findForWrite("n1").chain(note -> store.replace(note.next("changed"), Note.CHANGE))),
        DELETE(store -> store.findForWrite("n1").chain(note -> store.delete(note.next("gone"), Note.CHANGE))),
        REMOVE(store -> store.findForWrite("n1").chain(note -> store.replace(note.remove(), Note.CHANGE))),
        SWEEP(store -> store.upkeep().sweep(Instant.now()));

        private final Function<RevisionStore<Note>, Uni<?>> what;

        Act(Function<RevisionStore<Note>, Uni<?>> what) {
            this.what = what;
        }
    }

    /** Somebody who comes later. */
    enum Rescue {
        SWEEP(Cabinet::sweep),
        NEXT_WRITER(cabinet -> cabinet.documents().forEach(document -> {
            String id = document.getString("_id").getValue();
            RevisionStore<Note> store = cabinet.actor();
            await(store.findForWrite(id)
                    .onItem()
                    .ifNotNull()
                    .transformToUni(note -> store.replace(note.next("next"), Note.CHANGE)));
        }));

        private final Consumer<Cabinet> what;

        Rescue(Consumer<Cabinet> what) {
            this.what = what;
        }
    }

    record Case(Act act, int call, boolean after, Rescue rescue) {}

    static Stream<Case> cases() {
        return Stream.of(Act.values())
                .flatMap(act -> IntStream.range(0, CALLS)
                        .boxed()
                        .flatMap(call -> Stream.of(true, false)
                                .flatMap(after ->
                                        Stream.of(Rescue.values()).map(rescue -> new Case(act, call, after, rescue)))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whateverIsLeftIsPutRight(Case c) {
        try (Cabinet cabinet = new Cabinet()) {
            aNoteWithAnUnrecordedRevision(cabinet);
            Mortal mortal = new Mortal(c.call, c.after);
            boolean answered = await(c.act.what
                    .apply(cabinet.actor(mortal))
                    .map(done -> true)
                    .onFailure(Mortal.Death.class)
                    .recoverWithItem(false));
            c.rescue.what.accept(cabinet);
            assertTrue(answered || mortal.calls() > c.call);
            assertAgreement(cabinet);
            assertAnswerHolds(cabinet, c.act, answered);
        }
    }

    @Test
    void aWriteThatTheDriverSendsTwiceHappensOnce() {
        for (int call = 0; call < CALLS; call++) {
            try (Cabinet cabinet = new Cabinet()) {
                aNoteWithAnUnrecordedRevision(cabinet);
                RevisionStore<Note> stutterer = cabinet.actor(new Stutter(call));
                Note changed = await(stutterer
                        .findForWrite("n1")
                        .chain(note -> stutterer.replace(note.next("changed"), Note.CHANGE)));
                await(stutterer.insert(Note.first("n2", "new"), Note.CHANGE));
                assertEquals(3, changed.revision());
                assertAgreement(cabinet);
                assertEquals(4, records(cabinet).size());
            }
        }
    }

    /** Two revisions; whoever wrote the second died after the commit. */
    private static void aNoteWithAnUnrecordedRevision(Cabinet cabinet) {
        Note first = await(cabinet.actor().insert(Note.first("n1", "secret"), Note.CHANGE));
        Mortal dies = new Mortal(0, true);
        await(cabinet.actor(dies)
                .replace(first.next("secret too"), Note.CHANGE)
                .onFailure(Mortal.Death.class)
                .recoverWithNull());
    }

    /** Every document is recorded as it stands, with all revisions before it, once, in order. */
    private static void assertAgreement(Cabinet cabinet) {
        List<BsonDocument> records = records(cabinet);
        for (BsonDocument document : cabinet.documents()) {
            assertFalse(document.containsKey("unrecorded"), document.toJson());
            List<BsonDocument> own = records.stream()
                    .filter(r -> r.get("id").equals(document.get("_id")))
                    .toList();
            List<Integer> revisions =
                    own.stream().map(r -> r.getInt32("revision").getValue()).toList();
            int last = document.getInt32("revision").getValue();
            assertEquals(IntStream.rangeClosed(1, last).boxed().toList(), revisions);
            assertTold(cabinet, document);
            assertEquals(document.get("writeId"), own.get(last - 1).get("writeId"));
            assertEquals(document.get("text"), own.get(last - 1).get("text"));
            boolean removed = document.getBoolean("removed").getValue();
            assertTrue(!removed || own.stream().noneMatch(r -> r.toJson().contains("secret")), own::toString);
        }
        assertEquals(
                records.size(),
                cabinet.documents().stream()
                        .mapToInt(d -> d.getInt32("revision").getValue())
                        .sum());
    }

    /** What follows from a revision has come about, whoever did it. */
    private static void assertTold(Cabinet cabinet, BsonDocument document) {
        String id = document.getString("_id").getValue();
        int last = document.getInt32("revision").getValue();
        assertTrue(
                IntStream.rangeClosed(1, document.containsKey("deleted") ? last - 1 : last)
                        .allMatch(revision -> cabinet.told().contains(id + ":" + revision)),
                () -> document + " and " + cabinet.told());
    }

    private static void assertAnswerHolds(Cabinet cabinet, Act act, boolean answered) {
        long written = records(cabinet).stream()
                .filter(record -> switch (act) {
                    case INSERT ->
                        record.getString("id").getValue().equals("n2")
                                && record.getInt32("revision").getValue() == 1;
                    case REPLACE -> record.getString("text").getValue().equals("changed");
                    case DELETE -> record.containsKey("deleted");
                    case REMOVE -> record.getBoolean("removed").getValue();
                    case SWEEP -> record.getInt32("revision").getValue() == 2;
                })
                .count();
        assertTrue(written == 1 || written == 0 && !answered, act + " was " + answered + " and is there " + written);
    }

    private static List<BsonDocument> records(Cabinet cabinet) {
        return cabinet.feed().stream()
                .filter(record -> !record.containsKey("void"))
                .toList();
    }

    /** Sends one of its calls twice and hears the second answer, as a driver does whose first one got lost. */
    private static final class Stutter implements StoreCalls {
        private final int twice;
        private int calls;

        Stutter(int twice) {
            this.twice = twice;
        }

        @Override
        public <T> Uni<T> make(String name, Supplier<Uni<T>> call) {
            return Uni.createFrom()
                    .deferred(() -> calls++ == twice
                            ? call.get().onFailure().recoverWithNull().chain(lost -> call.get())
                            : call.get());
        }
    }
}

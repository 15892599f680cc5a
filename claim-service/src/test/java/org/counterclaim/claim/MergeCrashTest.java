package org.counterclaim.claim;

import static org.counterclaim.kit.store.Cabinet.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterclaim.kit.store.Mortal;
import org.counterclaim.position.Position;
import org.counterclaim.relation.Relation;
import org.counterclaim.relation.Relation.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Claims a, b and c are merged by editors who die before and after each call that they make to the store, and by editors who get in
 * each other's way at each call. Whatever happens, nothing that a merged claim had is lost.
 */
class MergeCrashTest {

    /** What an editor does. */
    enum Act {
        B_INTO_A(editor -> editor.merges("clm_b", "clm_a")),
        A_INTO_B(editor -> editor.merges("clm_a", "clm_b")),
        C_INTO_B(editor -> editor.merges("clm_c", "clm_b")),
        C_INTO_A(editor -> editor.merges("clm_c", "clm_a")),
        EDIT_A(editor -> editor.edits("clm_a")),
        EDIT_B(editor -> editor.edits("clm_b"));

        private final Function<Workroom.Editor, Uni<Claim>> what;

        Act(Function<Workroom.Editor, Uni<Claim>> what) {
            this.what = what;
        }

        /** How many calls to the store it takes. */
        int calls() {
            try (Workroom room = threeClaims()) {
                Mortal mortal = new Mortal(Integer.MAX_VALUE, false);
                await(by(room.editor(mortal)));
                return mortal.calls();
            }
        }

        /** Whether it was done; not if it was refused, or the editor has died. */
        Uni<Boolean> by(Workroom.Editor editor) {
            return what.apply(editor)
                    .map(done -> true)
                    .onFailure(failure -> failure instanceof Mortal.Death || failure instanceof HttpProblem)
                    .recoverWithItem(false);
        }
    }

    record Death(Act act, int call, boolean after, Act next) {}

    static Stream<Death> deaths() {
        return Stream.of(Act.B_INTO_A, Act.C_INTO_B)
                .flatMap(act -> IntStream.range(0, act.calls())
                        .boxed()
                        .flatMap(call -> Stream.of(true, false)
                                .flatMap(after ->
                                        Stream.of(null, Act.B_INTO_A).map(next -> new Death(act, call, after, next)))));
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void whatAnEditorLeavesUndoneIsDone(Death death) {
        try (Workroom room = threeClaims()) {
            Mortal mortal = new Mortal(death.call, death.after);
            boolean answered = await(death.act.by(room.editor(mortal)));
            if (death.next != null) {
                await(death.next.by(room.editor()));
            }
            room.sweep();
            assertTrue(answered || mortal.calls() > death.call);
            String loser = death.act == Act.B_INTO_A ? "clm_b" : "clm_c";
            assertTrue(!answered || room.read(loser).isSuperseded());
            assertNothingIsLost(room);
        }
    }

    record Crossing(Act act, int call, Act other) {}

    static Stream<Crossing> crossings() {
        return Stream.of(Act.B_INTO_A, Act.C_INTO_B)
                .flatMap(act -> Stream.of(Act.values())
                        .filter(other -> act != other)
                        .flatMap(other ->
                                IntStream.range(0, act.calls()).mapToObj(call -> new Crossing(act, call, other))));
    }

    @ParameterizedTest
    @MethodSource("crossings")
    void editorsWhoGetInEachOthersWayLoseNothing(Crossing crossing) {
        try (Workroom room = threeClaims()) {
            InBetween inBetween = new InBetween(crossing.call, () -> crossing.other.by(room.editor()));
            await(crossing.act.by(room.editor(inBetween)));
            room.sweep();
            assertNothingIsLost(room);
        }
    }

    @Test
    void whoeverMergesCrosswiseWantsTheSame() {
        for (Act act : List.of(Act.B_INTO_A, Act.A_INTO_B)) {
            try (Workroom room = threeClaims()) {
                assertTrue(await(act.by(room.editor())));
                assertEquals("clm_a", room.read("clm_b").into());
                assertEquals(List.of("clm_b"), room.read("clm_a").mergedFrom());
                assertEquals(2, room.read("clm_a").appearances().size());
            }
        }
    }

    @Test
    void aChainOfMergesEndsInOneClaim() {
        try (Workroom room = threeClaims()) {
            await(Act.C_INTO_B.by(room.editor()));
            await(Act.B_INTO_A.by(room.editor()));
            assertEquals(Set.of("clm_b", "clm_c"), Set.copyOf(room.read("clm_a").mergedFrom()));
            assertEquals(3, room.read("clm_a").positions().size());
            assertEquals("clm_b", room.read("clm_c").into());
        }
    }

    @Test
    void relationsAreTakenOverButForThoseBetweenTheTwo() {
        try (Workroom room = new Workroom()) {
            room.publish("clm_a", new Relation(Type.CONTRADICTS, "clm_b"), new Relation(Type.SUPPORTS, "clm_c"));
            room.publish("clm_b", new Relation(Type.REFINES, "clm_a"), new Relation(Type.REFINES, "clm_c"));
            room.publish("clm_c");
            await(Act.B_INTO_A.by(room.editor()));
            assertEquals(
                    List.of(new Relation(Type.SUPPORTS, "clm_c"), new Relation(Type.REFINES, "clm_c")),
                    room.read("clm_a").relations());
        }
    }

    @Test
    void twoClaimsWithOneBetweenThemAreNotMerged() {
        try (Workroom room = new Workroom()) {
            room.publish("clm_a", new Relation(Type.REFINES, "clm_c"));
            room.publish("clm_b");
            room.publish("clm_c", new Relation(Type.REFINES, "clm_b"));
            assertFalse(await(Act.B_INTO_A.by(room.editor())));
            assertFalse(room.read("clm_b").isSuperseded());
        }
    }

    private static Workroom threeClaims() {
        Workroom room = new Workroom();
        Stream.of("clm_a", "clm_b", "clm_c").forEach(room::publish);
        return room;
    }

    /** Each merged claim leads to one that stands for it and has all that it had; everything is recorded. */
    private static void assertNothingIsLost(Workroom room) {
        for (String id : List.of("clm_a", "clm_b", "clm_c")) {
            Claim claim = room.read(id);
            assertFalse(room.isUnrecorded(id), id);
            Claim end = claim;
            while (end.isSuperseded()) {
                assertTrue(end.into().compareTo(end.id()) < 0);
                end = room.read(end.into());
            }
            assertTrue(end == claim || end.mergedFrom().contains(id), end::toString);
            assertTrue(ids(end).containsAll(ids(claim)), end::toString);
            assertTrue(end.appearances().containsAll(claim.appearances()), end::toString);
            assertEquals(end.mergedFrom().size(), Set.copyOf(end.mergedFrom()).size());
            assertEquals(end.positions().size(), ids(end).size());
        }
    }

    private static Set<String> ids(Claim claim) {
        return claim.positions().stream().map(Position::id).collect(Collectors.toSet());
    }
}

package org.counterclaim.claim;

import static org.counterclaim.kit.store.Cabinet.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.counterclaim.kit.store.Mortal;
import org.counterclaim.relation.ClaimGraph.Edge;
import org.counterclaim.relation.Relation;
import org.counterclaim.relation.Relation.Type;
import org.junit.jupiter.api.Test;

/** Relations that editors write at the same time, each into a claim of his own. */
class GraphTest {

    @Test
    void noCircleIsClosedByOne() {
        try (Workroom room = chain()) {
            assertRefused("cycle", room.editor().relates("clm_c", Type.REFINES, "clm_a"));
            assertRefused("cycle", room.editor().relates("clm_a", Type.REFINES, "clm_a"));
            await(room.editor().relates("clm_a", Type.REFINES, "clm_c"));
            await(room.editor().relates("clm_c", Type.SUPPORTS, "clm_a"));
        }
    }

    @Test
    void noCircleIsClosedByTwo() {
        atEachCall(call -> {
            try (Workroom room = new Workroom()) {
                Stream.of("clm_a", "clm_b", "clm_c").forEach(room::publish);
                Workroom.Editor other = room.editor();
                InBetween meanwhile = new InBetween(
                        call,
                        () -> quietly(other.relates("clm_b", Type.REFINES, "clm_c"))
                                .chain(() -> quietly(other.relates("clm_c", Type.REFINES, "clm_a"))));
                await(quietly(room.editor(meanwhile).relates("clm_a", Type.REFINES, "clm_b")));
                long edges = Stream.of("clm_a", "clm_b", "clm_c")
                        .mapToLong(id -> room.read(id).relations().size())
                        .sum();
                assertEquals(meanwhile.hasHappened() ? 2 : 1, edges, "at call " + call);
                return meanwhile.hasHappened();
            }
        });
    }

    @Test
    void noCircleIsClosedByAMerge() {
        atEachCall(call -> {
            try (Workroom room = new Workroom()) {
                room.publish("clm_a");
                room.publish("clm_b", new Relation(Type.REFINES, "clm_c"));
                room.publish("clm_c");
                Workroom.Editor other = room.editor();
                InBetween meanwhile = new InBetween(call, () -> quietly(other.merges("clm_b", "clm_a")));
                await(quietly(room.editor(meanwhile).relates("clm_c", Type.REFINES, "clm_a")));
                boolean merged = room.read("clm_b").isSuperseded();
                boolean related = !room.read("clm_c").relations().isEmpty();
                assertTrue(merged ^ related, "at call " + call + ": " + merged + " " + related);
                return meanwhile.hasHappened();
            }
        });
    }

    @Test
    void whatIsTheSameFromBothEndsIsWrittenOnce() {
        atEachCall(call -> {
            try (Workroom room = new Workroom()) {
                Stream.of("clm_a", "clm_b").forEach(room::publish);
                Workroom.Editor other = room.editor();
                InBetween meanwhile =
                        new InBetween(call, () -> quietly(other.relates("clm_b", Type.CONTRADICTS, "clm_a")));
                await(quietly(room.editor(meanwhile).relates("clm_a", Type.CONTRADICTS, "clm_b")));
                assertEquals(
                        1,
                        room.read("clm_a").relations().size()
                                + room.read("clm_b").relations().size(),
                        "at call " + call);
                return meanwhile.hasHappened();
            }
        });
    }

    @Test
    void whatIsTheSameFromBothEndsIsTakenAwayFromBoth() {
        try (Workroom room = new Workroom()) {
            Stream.of("clm_a", "clm_b").forEach(room::publish);
            await(room.editor().relates("clm_a", Type.CONTRADICTS, "clm_b"));
            int revision = await(room.editor().relates("clm_b", Type.CONTRADICTS, "clm_a"))
                    .revision();
            assertEquals(1, revision);
            await(room.editor().separates("clm_b", Type.CONTRADICTS, "clm_a"));
            assertEquals(List.of(), room.read("clm_a").relations());
            assertRefused("not-found", room.editor().separates("clm_b", Type.CONTRADICTS, "clm_a"));
            assertRefused("not-found", room.editor().separates("clm_b", Type.SUPPORTS, "clm_a"));
        }
    }

    /** What he was going to write stands in nobody's way for good. */
    @Test
    void whoeverDiesLeavesNoLock() {
        atEachCall(call -> {
            try (Workroom room = new Workroom()) {
                Stream.of("clm_a", "clm_b").forEach(room::publish);
                Mortal mortal = new Mortal(call, true);
                boolean written = await(quietly(room.editor(mortal).relates("clm_a", Type.REFINES, "clm_b")));
                await(room.editor().edits("clm_a"));
                room.sweep();
                boolean there = !room.read("clm_a").relations().isEmpty();
                assertTrue(there || !written);
                assertEquals(!there, await(quietly(room.editor().relates("clm_b", Type.REFINES, "clm_a"))));
                return mortal.calls() > call;
            }
        });
    }

    @Test
    void aGraphShowsWhatItsReaderSeesAndNothingBehindWhatHeDoesNot() {
        try (Workroom room = chain()) {
            GrowingGraph graph = new GrowingGraph(room.read("clm_a"));
            graph.take(List.of(room.read("clm_b")), false);
            assertEquals(List.of("clm_c"), List.copyOf(graph.namedByOutermost()));
            assertEquals(
                    List.of(new Edge("clm_a", Type.REFINES, "clm_b")),
                    graph.view().edges());
            graph.take(List.of(room.read("clm_c"), room.read("clm_a")), false);
            assertEquals(
                    List.of(0, 1, 2),
                    graph.view().nodes().stream().map(node -> node.distance()).toList());
            assertEquals(2, graph.view().edges().size());
            assertFalse(graph.view().truncated());
        }
    }

    /** @param test whether there was such a call */
    private static void atEachCall(IntPredicate test) {
        int call = 0;
        while (test.test(call)) {
            call++;
        }
        assertTrue(call > 5, "only " + call);
    }

    private static Workroom chain() {
        Workroom room = new Workroom();
        room.publish("clm_a", new Relation(Type.REFINES, "clm_b"));
        room.publish("clm_b", new Relation(Type.REFINES, "clm_c"));
        room.publish("clm_c");
        return room;
    }

    /** Whether it was done. */
    private static Uni<Boolean> quietly(Uni<Claim> work) {
        return work.map(done -> true)
                .onFailure(failure -> failure instanceof HttpProblem || failure instanceof Mortal.Death)
                .recoverWithItem(false);
    }

    private static void assertRefused(String code, Uni<Claim> work) {
        HttpProblem refused = assertThrows(HttpProblem.class, () -> await(work));
        assertEquals("/problems/" + code, refused.getType().toString());
    }
}

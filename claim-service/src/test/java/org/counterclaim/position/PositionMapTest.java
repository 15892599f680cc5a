package org.counterclaim.position;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.counterclaim.position.PositionMap.Cell;
import org.counterclaim.position.PositionMap.Row;
import org.counterclaim.position.PositionMap.Superseded;
import org.junit.jupiter.api.Test;

class PositionMapTest {

    private static final Position AFFIRMS = APosition.of("A", "ann").as("1").affirms();
    private static final Position DENIES_SCALE =
            APosition.of("B", "bob").as("2").on(Aspect.SCALE).denies();
    private static final Position SILENT = APosition.of("C", "cyd").as("3").takes(Stance.NOT_RECORDED);
    private static final Position CONCEDES =
            APosition.of("B", "bob").as("4").inPlaceOf("2").concedes();
    private static final Position TAKES_BACK =
            APosition.of("A", "ann").as("5").inPlaceOf("1").takes(Stance.WITHDRAWS);

    @Test
    void eachPartyHasARowAndEachAspectThatItSpokeOfACell() {
        assertEquals(
                List.of(
                        new Row("ann", "A", List.of(new Cell(Aspect.WHOLE, List.of(AFFIRMS), List.of(), List.of()))),
                        new Row(
                                "bob",
                                "B",
                                List.of(new Cell(Aspect.SCALE, List.of(DENIES_SCALE), List.of(), List.of()))),
                        new Row("cyd", "C", List.of(new Cell(Aspect.WHOLE, List.of(), List.of(SILENT), List.of())))),
                PositionMap.of(List.of(AFFIRMS, DENIES_SCALE, SILENT)).rows());
    }

    /** Also where a party has changed its mind on another aspect than before. */
    @Test
    void whatWasSaidBeforeIsReached() {
        Row bob =
                PositionMap.of(List.of(AFFIRMS, DENIES_SCALE, CONCEDES)).rows().get(1);
        assertEquals(
                List.of(
                        new Cell(Aspect.WHOLE, List.of(CONCEDES), List.of(), List.of()),
                        new Cell(Aspect.SCALE, List.of(), List.of(), List.of(new Superseded(DENIES_SCALE, "4")))),
                bob.cells());
    }

    @Test
    void whatIsTakenBackStandsBesideWhatTakesItBack() {
        Row ann = PositionMap.of(List.of(AFFIRMS, TAKES_BACK)).rows().get(0);
        assertEquals(
                List.of(new Cell(Aspect.WHOLE, List.of(TAKES_BACK), List.of(), List.of(new Superseded(AFFIRMS, "5")))),
                ann.cells());
    }

    @Test
    void aPartyStandsOnTheSideThatItSpokeForLast() {
        Position left = APosition.of("B", "ann").as("6").on(Aspect.MOTIVE).denies();
        assertEquals("B", PositionMap.of(List.of(AFFIRMS, left)).rows().get(0).side());
    }
}

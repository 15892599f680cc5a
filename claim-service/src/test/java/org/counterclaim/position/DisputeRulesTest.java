package org.counterclaim.position;

import static org.counterclaim.position.APosition.of;
import static org.counterclaim.position.DisputeStatus.Value.AGREED;
import static org.counterclaim.position.DisputeStatus.Value.DENIED;
import static org.counterclaim.position.DisputeStatus.Value.DISPUTED;
import static org.counterclaim.position.DisputeStatus.Value.NOT_ALLEGED;
import static org.counterclaim.position.DisputeStatus.Value.NO_POSITION;
import static org.counterclaim.position.DisputeStatus.Value.ONE_SIDED;
import static org.counterclaim.position.DisputeStatus.Value.PARTIALLY_DISPUTED;
import static org.counterclaim.position.DisputeStatus.Value.TENTATIVELY_AGREED;
import static org.counterclaim.position.DisputeStatus.Value.UNATTRIBUTED;
import static org.counterclaim.position.DisputeStatus.Value.UNCONTESTED;
import static org.counterclaim.position.DisputeStatus.Value.UNKNOWN;
import static org.counterclaim.position.DisputeStatus.Value.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.counterclaim.appearance.Hedge.Level;
import org.counterclaim.position.DisputeStatus.Value;
import org.junit.jupiter.api.Test;

/** The cases that the rules were made for. */
class DisputeRulesTest {

    private static final APosition KYIV = of("UA", "kyiv");
    private static final APosition PENTAGON = of("US", "pentagon");
    private static final APosition WHITE_HOUSE = of("US", "white-house");
    private static final APosition BEIJING = of("CN", "beijing");
    private static final APosition NEWSROOM = of("PUBLISHER", "newsroom");
    private static final APosition LONER = of(null, "loner");

    @Test
    void silenceContestsNothing() {
        is(UNCONTESTED, KYIV.affirms(), PENTAGON.affirms(), BEIJING.takes(Stance.NOT_RECORDED));
        is(ONE_SIDED, KYIV.affirms(), BEIJING.takes(Stance.DECLINES_TO_COMMENT));
        is(NO_POSITION, BEIJING.takes(Stance.NOT_RECORDED));
        is(NO_POSITION);
    }

    @Test
    void theNewsroomIsNoSecondSide() {
        is(ONE_SIDED, KYIV.affirms(), NEWSROOM.affirms());
        is(UNATTRIBUTED, NEWSROOM.affirms());
        is(ONE_SIDED, KYIV.affirms(), NEWSROOM.concedes());
    }

    @Test
    void theNewsroomOpposesLikeAnybody() {
        is(DISPUTED, KYIV.affirms(), NEWSROOM.denies());
        is(DISPUTED, NEWSROOM.affirms(), KYIV.denies());
    }

    @Test
    void aDenialFromTheOwnSideDisputesToo() {
        is(DISPUTED, KYIV.affirms(), PENTAGON.affirms(), WHITE_HOUSE.denies());
        is(DISPUTED, PENTAGON.affirms(), WHITE_HOUSE.denies());
    }

    @Test
    void whoDeniesAPartDisputesAPart() {
        is(PARTIALLY_DISPUTED, KYIV.affirms(), BEIJING.on(Aspect.MOTIVE).denies());
        is(PARTIALLY_DISPUTED, KYIV.affirms(), BEIJING.on(Aspect.EXISTENCE).denies());
        is(PARTIALLY_DISPUTED, KYIV.affirms(), BEIJING.takes(Stance.DENIES_IN_PART));
        is(PARTIALLY_DISPUTED, KYIV.affirms(), BEIJING.takes(Stance.REFRAMES));
        is(DISPUTED, KYIV.on(Aspect.SCALE).affirms(), BEIJING.on(Aspect.SCALE).denies());
        is(DISPUTED, KYIV.on(Aspect.SCALE).affirms(), BEIJING.denies());
    }

    @Test
    void aPartyDoesNotOpposeItself() {
        is(ONE_SIDED, KYIV.affirms(), KYIV.as("k2").on(Aspect.MOTIVE).denies());
        is(ONE_SIDED, KYIV.affirms(), KYIV.as("k2").denies());
    }

    @Test
    void whatIsConcededIsAgreed() {
        is(AGREED, KYIV.affirms(), BEIJING.concedes());
        is(AGREED, KYIV.affirms(), BEIJING.hedged(Level.GENERALISED).concedes());
        is(TENTATIVELY_AGREED, KYIV.affirms(), BEIJING.hedged(Level.POSSIBLE).concedes());
        is(AGREED, KYIV.affirms(), LONER.concedes());
        is(ONE_SIDED, PENTAGON.affirms(), WHITE_HOUSE.concedes());
        is(UNCONTESTED, KYIV.concedes(), BEIJING.concedes());
    }

    @Test
    void whatNobodyHolds() {
        is(DENIED, BEIJING.denies());
        is(NOT_ALLEGED, KYIV.takes(Stance.DOES_NOT_ALLEGE), BEIJING.denies());
        is(UNKNOWN, KYIV.takes(Stance.ACKNOWLEDGES_UNKNOWN));
        is(DENIED, KYIV.takes(Stance.ACKNOWLEDGES_UNKNOWN), BEIJING.denies());
        is(NO_POSITION, BEIJING.takes(Stance.REFRAMES));
    }

    @Test
    void aPartyChangesItsMind() {
        Position first = KYIV.as("p1").affirms();
        is(WITHDRAWN, first, KYIV.as("p2").inPlaceOf("p1").takes(Stance.WITHDRAWS));
        is(DENIED, first, KYIV.as("p2").inPlaceOf("p1").denies());
        is(ONE_SIDED, first, BEIJING.concedes(), KYIV.as("p2").inPlaceOf("p1").takes(Stance.WITHDRAWS));
        is(
                NO_POSITION,
                BEIJING.as("p1").denies(),
                BEIJING.as("p2").inPlaceOf("p1").takes(Stance.WITHDRAWS));
        is(
                ONE_SIDED,
                first,
                KYIV.as("p2").inPlaceOf("p1").takes(Stance.WITHDRAWS),
                KYIV.as("p3").inPlaceOf("p2").affirms());
    }

    @Test
    void silenceAndOthersTakeNobodysPlace() {
        Position first = KYIV.as("p1").affirms();
        is(ONE_SIDED, first, KYIV.as("p2").inPlaceOf("p1").takes(Stance.NOT_RECORDED));
        is(ONE_SIDED, first, KYIV.as("p2").inPlaceOf("p1").takes(Stance.DECLINES_TO_COMMENT));
        is(ONE_SIDED, first, BEIJING.as("p2").inPlaceOf("p1").takes(Stance.WITHDRAWS));
    }

    @Test
    void aStatusNamesWhatItRestsOn() {
        assertEquals(
                List.of("b", "k"),
                DisputeRules.statusOf(List.of(
                                KYIV.as("k").affirms(),
                                BEIJING.as("b").denies(),
                                PENTAGON.as("n").takes(Stance.NOT_RECORDED)))
                        .becauseOf());
        assertEquals(
                List.of("p1", "p2"),
                DisputeRules.statusOf(List.of(
                                KYIV.as("p1").affirms(),
                                KYIV.as("p2").inPlaceOf("p1").takes(Stance.WITHDRAWS)))
                        .becauseOf());
        assertEquals(
                List.of("d"),
                DisputeRules.statusOf(
                                List.of(BEIJING.as("d").denies(), KYIV.as("u").takes(Stance.ACKNOWLEDGES_UNKNOWN)))
                        .becauseOf());
        assertEquals(List.of(), DisputeRules.statusOf(List.of()).becauseOf());
    }

    @Test
    void aSideThatContradictsItselfIsFlagged() {
        assertTrue(DisputeRules.hasSideContradiction(List.of(PENTAGON.affirms(), WHITE_HOUSE.denies())));
        assertTrue(DisputeRules.hasSideContradiction(
                List.of(LONER.affirms(), LONER.as("l2").takes(Stance.DENIES_IN_PART))));
        assertFalse(DisputeRules.hasSideContradiction(List.of(KYIV.affirms(), BEIJING.denies())));
        assertFalse(DisputeRules.hasSideContradiction(
                List.of(KYIV.as("p1").affirms(), KYIV.as("p2").inPlaceOf("p1").denies())));
    }

    private static void is(Value value, Position... positions) {
        assertEquals(value, DisputeRules.statusOf(List.of(positions)).value());
    }
}

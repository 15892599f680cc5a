package org.counterclaim.position;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.counterclaim.appearance.Hedge.Level;
import org.counterclaim.position.DisputeStatus.Value;

/** What holds for all positions. Three parties stand on two sides; one is the newsroom, one has no side. */
class DisputeRulesPropertyTest {

    private static final List<APosition> PARTIES = List.of(
            APosition.of("A", "a1"),
            APosition.of("A", "a2"),
            APosition.of("B", "b1"),
            APosition.of("PUBLISHER", "newsroom"),
            APosition.of(null, "loner"));

    private static final Set<Value> SHOWS_A_DENIAL = EnumSet.of(Value.DISPUTED, Value.PARTIALLY_DISPUTED);

    @Property
    void theOrderDoesNotMatter(@ForAll("positions") List<Position> positions, @ForAll Random random) {
        List<Position> shuffled = new ArrayList<>(positions);
        Collections.shuffle(shuffled, random);
        assertEquals(DisputeRules.statusOf(positions), DisputeRules.statusOf(shuffled));
    }

    @Property
    void whatIsNotRecordedChangesNothing(
            @ForAll("positions") List<Position> positions, @ForAll("parties") APosition silent) {
        List<Position> more = new ArrayList<>(positions);
        more.add(silent.as("silent").inPlaceOf("p0").takes(Stance.NOT_RECORDED));
        assertEquals(DisputeRules.statusOf(positions), DisputeRules.statusOf(more));
    }

    @Property
    void noLiveDenialOfWhatAnotherPartyHoldsIsHidden(@ForAll("positions") List<Position> positions) {
        boolean denied = positions.stream()
                .filter(no -> isLive(no, positions) && deniesAnything(no))
                .anyMatch(no -> positions.stream()
                        .filter(yes -> isLive(yes, positions) && yes.holds())
                        .anyMatch(yes -> !yes.party().equals(no.party())));
        DisputeStatus status = DisputeRules.statusOf(positions);
        assertEquals(denied, SHOWS_A_DENIAL.contains(status.value()), () -> status + " of " + positions);
    }

    @Property
    void everyStatusNamesPositionsOfTheClaim(@ForAll("positions") List<Position> positions) {
        DisputeStatus status = DisputeRules.statusOf(positions);
        Set<String> ids = Set.copyOf(positions.stream().map(Position::id).toList());
        assertTrue(ids.containsAll(status.becauseOf()));
        assertEquals(status.value() == Value.NO_POSITION, status.becauseOf().isEmpty());
        assertEquals(status.becauseOf().stream().sorted().distinct().toList(), status.becauseOf());
    }

    /** All stances of three parties on two sides: small enough to look at every one. */
    @org.junit.jupiter.api.Test
    void everyTripleOfStancesShowsItsDenials() {
        for (Stance first : Stance.values()) {
            for (Stance second : Stance.values()) {
                for (Stance third : Stance.values()) {
                    noLiveDenialOfWhatAnotherPartyHoldsIsHidden(List.of(
                            PARTIES.get(0).as("1").takes(first),
                            PARTIES.get(1).as("2").takes(second),
                            PARTIES.get(2).as("3").takes(third)));
                }
            }
        }
    }

    @Provide
    Arbitrary<APosition> parties() {
        return Arbitraries.of(PARTIES);
    }

    /** Up to eight positions; some take the place of an earlier one, not always their own party's. */
    @Provide
    Arbitrary<List<Position>> positions() {
        Arbitrary<Position> one = Combinators.combine(
                        parties(),
                        Arbitraries.of(Stance.class),
                        Arbitraries.of(Aspect.WHOLE, Aspect.SCALE, Aspect.MOTIVE),
                        Arbitraries.of(Level.class),
                        Arbitraries.integers().between(0, 7).injectNull(0.5))
                .as((party, stance, aspect, level, earlier) -> party.on(aspect)
                        .hedged(level)
                        .inPlaceOf(earlier == null ? null : "p" + earlier)
                        .takes(stance));
        return one.list().ofMaxSize(8).map(DisputeRulesPropertyTest::numbered);
    }

    /** An earlier position has a smaller number: nothing takes the place of what is yet to come. */
    private static List<Position> numbered(List<Position> positions) {
        return IntStream.range(0, positions.size())
                .mapToObj(i -> {
                    Position p = positions.get(i);
                    boolean later = p.supersedes() != null
                            && Integer.parseInt(p.supersedes().substring(1)) < i;
                    return new Position(
                            "p" + i,
                            p.party(),
                            p.side(),
                            p.stance(),
                            p.aspect(),
                            p.quotationType(),
                            p.hedge(),
                            null,
                            later ? p.supersedes() : null,
                            List.of(),
                            null,
                            List.of());
                })
                .toList();
    }

    private static boolean isLive(Position position, List<Position> positions) {
        return !position.stance().isSilence()
                && positions.stream()
                        .noneMatch(later -> position.id().equals(later.supersedes())
                                && later.party().equals(position.party())
                                && !later.stance().isSilence());
    }

    private static boolean deniesAnything(Position position) {
        return EnumSet.of(Stance.DENIES, Stance.DENIES_IN_PART, Stance.REFRAMES).contains(position.stance());
    }
}

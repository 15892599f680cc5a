package org.counterclaim.position;

import java.util.List;
import org.counterclaim.appearance.Hedge;
import org.counterclaim.appearance.QuotationType;

/** Positions in a few words: {@code of("UA", "zelenskyy").affirms()}. */
record APosition(String side, String party, Aspect aspect, Hedge.Level level, String id, String supersedes) {

    static APosition of(String side, String party) {
        return new APosition(side, party, Aspect.WHOLE, Hedge.Level.ASSERTED, party, null);
    }

    APosition on(Aspect what) {
        return new APosition(side, party, what, level, id, supersedes);
    }

    APosition hedged(Hedge.Level how) {
        return new APosition(side, party, aspect, how, id, supersedes);
    }

    APosition as(String name) {
        return new APosition(side, party, aspect, level, name, supersedes);
    }

    APosition inPlaceOf(String earlier) {
        return new APosition(side, party, aspect, level, id, earlier);
    }

    Position affirms() {
        return takes(Stance.AFFIRMS);
    }

    Position concedes() {
        return takes(Stance.CONCEDES);
    }

    Position denies() {
        return takes(Stance.DENIES);
    }

    Position takes(Stance stance) {
        Hedge hedge = new Hedge(level, List.of(), null);
        return new Position(
                id,
                party,
                side,
                stance,
                aspect,
                QuotationType.NONE,
                hedge,
                null,
                supersedes,
                List.of(),
                null,
                List.of());
    }
}

package org.counterclaim.review;

import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a fact-check comes to, whoever made it and in whatever words. */
@Schema(name = "Verdict")
public enum Verdict {
    TRUE(1),
    MOSTLY_TRUE(0.75),
    MIXED(0.5),
    MOSTLY_FALSE(0.25),
    FALSE(0),
    UNVERIFIABLE,
    MISSING_CONTEXT,
    MANIPULATED,
    SATIRE,
    NOT_RATED;

    /** Half the way from one verdict to the next. */
    private static final double NEAR = 0.125;

    /** From 0 for false to 1 for true; some verdicts are beside that line. */
    private final OptionalDouble place;

    Verdict(double place) {
        this.place = OptionalDouble.of(place);
    }

    Verdict() {
        this.place = OptionalDouble.empty();
    }

    /** The one that is nearest to a place between 0 for false and 1 for true; of two the one that says less. */
    static Verdict at(double place) {
        if (place > 1 - NEAR) {
            return TRUE;
        }
        if (place < NEAR) {
            return FALSE;
        }
        if (place > 0.5 + NEAR) {
            return MOSTLY_TRUE;
        }
        return place < 0.5 - NEAR ? MOSTLY_FALSE : MIXED;
    }

    /** Whether a number at this place says something clearly different: it is more than one verdict away. */
    boolean isFarFrom(double other) {
        return place.isPresent() && Math.abs(place.getAsDouble() - other) > 3 * NEAR;
    }
}

package org.counterclaim.proposal;

import java.util.List;
import java.util.regex.Pattern;
import org.counterclaim.attribution.Attribution;

/**
 * Finds what a statement speaks against that denies nothing: it says of the same that it is not so, or gives another number, or it
 * answers what has just been said of the speaker.
 */
final class Counters {

    /** How many it looks back. */
    static final int NEAR = 4;

    private static final double ENOUGH = 0.5;
    private static final double SOMEWHAT = 0.1;
    private static final Pattern AGREES =
            Pattern.compile("(?i)\\b(?:confirm|agree|admit|acknowledg|conced|back|support|welcom|prais)");
    private static final Pattern COUNTS =
            Pattern.compile("(?i)^(?:that )?the (?:real |true |actual )?(?:figure|number|toll|total|count|cost)\\b");

    private final Statements statements;
    private final Sides sides;

    Counters(Statements statements, Sides sides) {
        this.statements = statements;
        this.sides = sides;
    }

    /** What it speaks against most of what was said before it, the last first; none if against nothing. */
    List<Denials.Found> of(Attribution statement, List<Attribution> before) {
        if (AGREES.matcher(statement.cue().exact()).find() || Statements.isEarlier(statement)) {
            return List.of();
        }
        Attribution most = null;
        double score = ENOUGH;
        for (int i = 0; i < before.size(); i++) {
            double last = i == 0 ? 0.15 : 0;
            double against = last + against(statement, before.get(i));
            if (against > score) {
                most = before.get(i);
                score = against;
            }
        }
        return most == null
                ? List.of()
                : List.of(new Denials.Found(most, Math.min(1, score), false, "It says otherwise of the same."));
    }

    private double against(Attribution statement, Attribution other) {
        double alike = statements.alike(statement, other);
        boolean accused = statements.mentions(other, sides.roles(statement.speaker()));
        boolean otherwise = Statements.isNegated(statement) != Statements.isNegated(other) && alike > SOMEWHAT;
        boolean numbers =
                !statement.quantities().isEmpty() && !other.quantities().isEmpty();
        boolean counts =
                numbers && COUNTS.matcher(Propositions.content(statement)).find();
        return alike
                + (accused ? 0.25 : 0)
                + (otherwise ? 0.2 : 0)
                + (counts ? 0.4 : 0)
                + (numbers && alike > SOMEWHAT ? 0.2 : 0)
                - (sides.same(statement.speaker(), other.speaker()) ? 0.5 : 0);
    }
}

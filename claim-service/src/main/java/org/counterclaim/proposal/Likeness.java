package org.counterclaim.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.counterclaim.attribution.Attribution;

/** Finds what a denial means that says a thing: what speaks of the same, or of the one who denies, or stands close by. */
final class Likeness {

    private static final double ENOUGH = 0.28;
    private static final double ENOUGH_OF_A_THING = 0.2;
    private static final double NEARLY_BEST = 0.8;
    private static final double SOMEWHAT = 0.1;
    private static final double MUCH = 0.3;
    private static final double ALLIES = 0.3;
    private static final int MOST = 3;
    private static final Pattern OWN = Pattern.compile("(?i)^(?:that |[\"“'‘])*(?:i|we|my|our|he|she|they)\\b");

    private final Statements statements;
    private final Sides sides;

    Likeness(Statements statements, Sides sides) {
        this.statements = statements;
        this.sides = sides;
    }

    /** What it denies of others, which stand in the order of the text. */
    List<Denials.Found> of(Attribution denial, Reference reference, List<Attribution> others) {
        int here = (int) others.stream()
                .filter(other -> statements.place(other) < statements.place(denial))
                .count();
        boolean opens = others.stream().limit(here).allMatch(Attribution::headline);
        List<Denials.Found> before = new ArrayList<>();
        List<Denials.Found> after = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            double near = nearness(denial, others.get(i), i - here, opens);
            (i < here ? before : after).add(found(denial, others.get(i), reference, near));
        }
        double enough = denial.statement() ? ENOUGH : ENOUGH_OF_A_THING;
        List<Denials.Found> found = best(before, enough);
        after.removeIf(one -> !looksAhead(denial) && !Statements.isEarlier(one.denied()));
        return found.isEmpty() ? best(after, enough) : found;
    }

    /** A denial can open a story; that something was not done is one by itself only of him who says it. */
    private static boolean looksAhead(Attribution denial) {
        return Statements.isWorded(denial)
                || !denial.statement()
                || OWN.matcher(Propositions.content(denial)).find();
    }

    private static List<Denials.Found> best(List<Denials.Found> found, double enough) {
        found.sort(Comparator.comparingDouble(Denials.Found::score).reversed());
        double best = found.isEmpty() ? 0 : found.get(0).score();
        return found.stream()
                .filter(one -> one.score() >= enough && one.score() >= NEARLY_BEST * best)
                .limit(MOST)
                .toList();
    }

    private Denials.Found found(Attribution denial, Attribution other, Reference reference, double near) {
        Attribution idea = statements.idea(denial);
        double alike = statements.alike(idea, other);
        boolean accused = statements.mentions(other, sides.roles(denial.speaker()));
        double score = 1.2 * alike
                + near
                + reference(denial, other, reference)
                + accusation(accused, other, Statements.denies(denial))
                - (sides.same(denial.speaker(), other.speaker()) ? ALLIES : 0);
        boolean strange = (reference.indefinite() || idea != denial) && alike < SOMEWHAT;
        String reason = alike > MUCH
                ? "It speaks of the same."
                : accused ? "It answers what is said of the speaker." : "It answers what was said before.";
        return new Denials.Found(other, strange ? 0 : Math.min(1, score), Statements.denies(denial), reason);
    }

    /** An answer without a denial is one to an accusation, if there is any. */
    private static double accusation(boolean accused, Attribution other, boolean explicit) {
        boolean accuses = accused && Statements.accuses(other);
        return (accused ? explicit ? 0.2 : 0.1 : 0) + (accuses ? explicit ? 0.15 : 0.35 : 0);
    }

    /** Whether it says "the allegations", "the figure". */
    private double reference(Attribution denial, Attribution other, Reference reference) {
        boolean refers = statements.isAnswer(denial) || reference.points(Pointer.ACCUSATION);
        boolean accusation = refers && Statements.accuses(other);
        boolean figure = reference.points(Pointer.FIGURE) && !other.quantities().isEmpty();
        return (refers ? 0.15 : 0) + (accusation ? 0.15 : 0) + (figure ? 0.2 : 0);
    }

    /**
     * An answer comes soon after what it answers; sometimes right before, and rarely to a headline.
     *
     * @param steps how many stand between, from 0 on after the denial, from -1 backwards before it
     * @param opens whether the denial opens the story
     */
    private double nearness(Attribution denial, Attribution other, int steps, boolean opens) {
        boolean before = steps < 0;
        int between = before ? -steps - 1 : steps;
        double near = Statements.denies(denial) ? before || opens ? 0.25 : 0.1 : before ? 0.1 : -0.2;
        double less = (other.headline() ? 0.2 : 0) + (statements.isAnswer(other) ? 0.25 : 0);
        return Math.max(-0.15, near - 0.1 * between) - less;
    }
}

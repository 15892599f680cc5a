package org.counterclaim.proposal;

import java.util.List;
import java.util.function.Predicate;
import org.counterclaim.attribution.Attribution;

/** Finds what a denial means that only points: of what fits the words it points with, what was said last. */
final class Pointing {

    private static final int MOST = 3;
    private static final double SURE = 0.75;
    private static final double LESS_SURE = 0.5;

    private final Attribution denial;
    private final Reference reference;
    private final Sides sides;
    private final Statements statements;

    Pointing(Attribution denial, Reference reference, Sides sides, Statements statements) {
        this.denial = denial;
        this.reference = reference;
        this.sides = sides;
        this.statements = statements;
    }

    /**
     * What it denies.
     *
     * @param others what it can deny, in the order of the text
     * @param onItsOwn which of them only say that something is not so, and answer nobody
     */
    List<Denials.Found> among(List<Attribution> others, Predicate<Attribution> onItsOwn) {
        boolean claims = points(Pointer.OTHER) || points(Pointer.ACCUSATION);
        List<Attribution> fit = named(before(others));
        fit = narrowed(
                fit, other -> !points(Pointer.FIGURE) || !other.quantities().isEmpty());
        fit = narrowed(fit, other -> !reference.person() || sides.isPerson(other.speaker()));
        fit = narrowed(fit, other -> reference.calls(other.cue().exact()));
        fit = narrowed(
                fit, other -> points(Pointer.DEFENCE) ? !Statements.isWorded(other) : !claims || !onItsOwn.test(other));
        boolean accused = points(Pointer.ACCUSATION) || points(Pointer.GUILT);
        fit = narrowed(fit, other -> !accused || Statements.accuses(other));
        return found(narrowed(
                fit, other -> !points(Pointer.GUILT) || statements.mentions(other, sides.roles(denial.speaker()))));
    }

    private boolean points(Pointer pointer) {
        return reference.points(pointer);
    }

    private List<Attribution> before(List<Attribution> others) {
        List<Attribution> told = narrowed(others, other -> !other.headline());
        return narrowed(told, other -> other.cue().start() < denial.cue().start());
    }

    private List<Attribution> named(List<Attribution> others) {
        List<Attribution> named = narrowed(others, other -> reference.names(sides.roles(other.speaker())));
        return narrowed(named, other -> !sides.same(other.speaker(), denial.speaker()));
    }

    /** Those that fit; all of them if none does. */
    private static List<Attribution> narrowed(List<Attribution> others, Predicate<Attribution> fits) {
        List<Attribution> fitting = others.stream().filter(fits).toList();
        return fitting.isEmpty() ? others : fitting;
    }

    private List<Denials.Found> found(List<Attribution> fitting) {
        if (fitting.isEmpty() || fitting.get(0).cue().start() > denial.cue().start()) {
            return fitting.stream()
                    .limit(1)
                    .map(other -> found(other, LESS_SURE))
                    .toList();
        }
        List<Attribution> told = points(Pointer.GUILT) ? fitting : lastTold(fitting);
        boolean several = points(Pointer.SEVERAL);
        boolean first = points(Pointer.WHOLE) || points(Pointer.GUILT) || points(Pointer.ACCUSATION) && !several;
        int from = first ? 0 : Math.max(0, told.size() - (several ? MOST : 1));
        int end = first ? 1 : told.size();
        return told.subList(from, end).stream().map(other -> found(other, SURE)).toList();
    }

    /** What the last speaker, or those of his side, said without another one speaking between. */
    private List<Attribution> lastTold(List<Attribution> before) {
        int from = before.size() - 1;
        String speaker = before.get(from).speaker();
        while (from > 0 && sides.same(before.get(from - 1).speaker(), speaker)) {
            from--;
        }
        return before.subList(from, before.size());
    }

    private Denials.Found found(Attribution other, double score) {
        boolean named = reference.names(sides.roles(other.speaker()));
        return new Denials.Found(
                other, score, true, named ? "It names who said it." : "It points at what was said before.");
    }
}

package org.counterclaim.proposal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.counterclaim.attribution.Attitude;
import org.counterclaim.attribution.Attribution;

/**
 * Finds what a denial denies. One that only points (<i>called the claim false</i>) denies what was said last and fits what it
 * points with; one that says a thing denies who says the same, or accuses the one who denies. Where a speaker only answers, or
 * says otherwise of the same, the link is implicit.
 */
final class Denials {

    private static final double CONTRARY = 0.3;

    private final Statements statements;
    private final Sides sides;
    private final Map<Attribution, List<Found>> found = new IdentityHashMap<>();
    private final Map<Attribution, Set<String>> deniers = new IdentityHashMap<>();

    /** One assertion that a denial denies. */
    record Found(Attribution denied, double score, boolean explicit, String reason) {}

    Denials(Statements statements, Sides sides) {
        this.statements = statements;
        this.sides = sides;
        // in the order of the text: who answers a denial is known by what it denied
        for (Attribution denial : statements.all()) {
            List<Found> denied = denial.speaker() == null ? List.of() : find(denial);
            found.put(denial, denied);
            denied.forEach(one -> deniers.computeIfAbsent(one.denied(), none -> new HashSet<>())
                    .add(denial.speaker()));
        }
    }

    /** What it denies, the surest first; empty if it denies nothing that somebody else has asserted. */
    List<Found> of(Attribution denial) {
        return found.get(denial);
    }

    private List<Found> find(Attribution denial) {
        boolean whole = denial.parent() == null && denial.statement();
        if (Statements.denies(denial)) {
            return denied(denial);
        }
        if (whole && statements.isAnswer(denial)) {
            Reference reference = Reference.of(Propositions.content(denial), sides.all());
            return new Likeness(statements, sides).of(denial, reference, deniable(denial, false));
        }
        return whole ? new Counters(statements, sides).of(denial, lastOpen(denial)) : List.of();
    }

    private List<Found> denied(Attribution denial) {
        Reference reference = Reference.of(Propositions.content(statements.idea(denial)), sides.all());
        boolean points = reference.bare();
        List<Attribution> others = deniable(denial, points && reference.points(Pointer.DEFENCE));
        return points
                ? new Pointing(denial, reference, sides, statements).among(others, this::isOnItsOwn)
                : new Likeness(statements, sides).of(denial, reference, others);
    }

    private List<Attribution> deniable(Attribution denial, boolean defences) {
        return statements.all().stream()
                .filter(other ->
                        canBeDenied(other, denial) || defences && isAnothers(other, denial) && Statements.denies(other))
                .toList();
    }

    /** What was said last of what can be denied, and has not been by this speaker, the last first. */
    private List<Attribution> lastOpen(Attribution statement) {
        List<Attribution> open = new ArrayList<>();
        for (int i = statements.place(statement) - 1; i >= 0 && open.size() < Counters.NEAR; i--) {
            Attribution other = statements.all().get(i);
            boolean denied = deniers.getOrDefault(other, Set.of()).contains(statement.speaker());
            if (!denied && (canBeDenied(other, statement) || saysTheContrary(statement, other))) {
                open.add(other);
            }
        }
        return open;
    }

    /** <i>denied having received complaints</i>: <i>she had complained twice</i>. */
    private boolean saysTheContrary(Attribution statement, Attribution denial) {
        return denial.stance() == Attitude.DENIES
                && !Statements.isNegated(statement)
                && statements.alike(statement, denial) > CONTRARY
                && isAnothers(denial, statement);
    }

    private boolean canBeDenied(Attribution other, Attribution denial) {
        boolean says = Statements.asserts(other) && (other.statement() || Statements.accuses(other));
        return (says || isOnItsOwn(other) || isAnsweredBack(other, denial)) && isAnothers(other, denial);
    }

    private boolean isAnothers(Attribution other, Attribution denial) {
        return other.speaker() != null
                && !other.speaker().equals(denial.speaker())
                && !Objects.equals(denial.parent(), other.id())
                && !Objects.equals(other.parent(), denial.id())
                && !Statements.overlap(other, denial)
                && (Statements.denies(denial) || !denies(other, denial));
    }

    private boolean denies(Attribution one, Attribution other) {
        return found.getOrDefault(one, List.of()).stream().anyMatch(link -> link.denied() == other);
    }

    /** A negative statement that nothing before it calls for. */
    private boolean isOnItsOwn(Attribution other) {
        return other.stance() == Attitude.DENIES
                && other.statement()
                && !Statements.isWorded(other)
                && found.containsKey(other)
                && found.get(other).isEmpty();
    }

    /** A denial is denied in turn by whom it denied. */
    private boolean isAnsweredBack(Attribution other, Attribution denial) {
        return other.stance() == Attitude.DENIES
                && found.getOrDefault(other, List.of()).stream()
                        .anyMatch(one -> sides.same(one.denied().speaker(), denial.speaker()));
    }
}

package org.counterclaim.likeness;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How alike two claims are, and why. It is meant to be sure rather than complete: short texts, other numbers, other names and a no
 * where the other one has none are not alike, and texts in two languages are not compared.
 *
 * @param score from 0 to 1
 * @param reasons what they share, and what speaks against it
 */
public record Likeness(double score, List<Reason> reasons) {

    /** From here on a claim is worth to be looked at. */
    public static final double SIMILAR = 0.6;

    /** From here on two claims are probably one. */
    public static final double DUPLICATE = 0.78;

    /** Fewer shared words and numbers say nothing. */
    private static final int FEW = 4;

    /** Fewer shared pairs of characters say nothing. */
    private static final int FEW_PAIRS = 5;

    /** Without capital letters nobody sees that one name stands for another: then more has to be the same. */
    private static final double SURE = 0.86;

    private static final double PARTY = 0.05;
    private static final double AGAINST = 0.5;
    private static final Likeness NONE = new Likeness(0, List.of());

    /**
     * Why.
     *
     * @param values what it is that is shared, or differs
     */
    @Schema(name = "LikenessReason")
    public record Reason(
            @Schema(required = true) Kind kind,
            @Schema(required = true) List<String> values) {}

    /** What is shared, or differs. */
    @Schema(name = "LikenessReasonKind")
    public enum Kind {
        TERMS,
        NUMBERS,
        PARTIES,
        OTHER_NUMBERS,
        OTHER_NAMES,
        NEGATION
    }

    /**
     * How alike two wordings are.
     *
     * @param sharedParties ids of those who speak in both
     */
    public static Likeness of(Wording one, Wording other, Set<String> sharedParties) {
        Set<String> shared = new TreeSet<>(one.terms());
        shared.retainAll(other.terms());
        Difference difference = Difference.of(one, other);
        int common = shared.size() + difference.sharedNumbers().size();
        boolean pairs = one.isWrittenWithoutSpaces() || other.isWrittenWithoutSpaces();
        if (!one.isComparableWith(other) || common < (pairs ? FEW_PAIRS : FEW)) {
            return NONE;
        }
        List<Reason> reasons = new ArrayList<>(List.of(new Reason(Kind.TERMS, List.copyOf(shared))));
        add(reasons, Kind.NUMBERS, difference.sharedNumbers());
        add(reasons, Kind.PARTIES, sharedParties);
        List<Reason> against = difference.reasons();
        reasons.addAll(against);
        double score = difference.overlap() + (sharedParties.isEmpty() ? 0 : PARTY);
        boolean unsure = difference.isUncased() && difference.isSubstituted() && score < SURE;
        return new Likeness(
                round(Math.min(1, score) * (against.isEmpty() && !unsure ? 1 : AGAINST)), List.copyOf(reasons));
    }

    static void add(List<Reason> reasons, Kind kind, Set<String> values) {
        if (!values.isEmpty()) {
            reasons.add(new Reason(kind, values.stream().sorted().collect(Collectors.toList())));
        }
    }

    private static double round(double score) {
        return Math.round(score * 100) / 100.0;
    }
}

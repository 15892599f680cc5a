package org.counterclaim.likeness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where two wordings part.
 *
 * @param overlap how much of both is the same, from 0 to 1
 * @param left terms of the one that the other has not, in no form
 * @param right the same the other way round
 */
record Difference(Wording one, Wording other, double overlap, Set<String> left, Set<String> right) {

    /** How much a word counts that the other text has in another form only. */
    private static final double FORM = 0.8;

    private static final int STEM = 4;

    static Difference of(Wording one, Wording other) {
        return one.letters().isEmpty() || other.letters().isEmpty() ? ofWords(one, other) : ofLetters(one, other);
    }

    private static Difference ofWords(Wording one, Wording other) {
        Set<String> left = without(one.terms(), other.terms());
        Set<String> right = without(other.terms(), one.terms());
        Set<String> leftForms = forms(left, right);
        Set<String> rightForms = forms(right, left);
        double same = 2.0 * (one.terms().size() - left.size()) + FORM * (leftForms.size() + rightForms.size());
        return new Difference(
                one,
                other,
                same / (one.terms().size() + other.terms().size()),
                without(left, leftForms),
                without(right, rightForms));
    }

    /** Other words are other characters; the same in another order are mostly the same. */
    private static Difference ofLetters(Wording one, Wording other) {
        double overlap = (overlap(one.terms(), other.terms()) + 2 * overlap(one.letters(), other.letters())) / 3;
        return new Difference(
                one, other, overlap, without(one.letters(), other.letters()), without(other.letters(), one.letters()));
    }

    private static double overlap(Set<String> one, Set<String> other) {
        return 2.0 * (one.size() - without(one, other).size()) / (one.size() + other.size());
    }

    Set<String> sharedNumbers() {
        Set<String> shared = new TreeSet<>(one.numbers());
        shared.retainAll(other.numbers());
        return shared;
    }

    /** Whether each says something that the other does not. */
    boolean isSubstituted() {
        return !left.isEmpty() && !right.isEmpty();
    }

    /** Whether there are no capital letters that names could be told by. */
    boolean isUncased() {
        return one.names().isEmpty() && other.names().isEmpty();
    }

    /** What speaks against their being one. */
    List<Likeness.Reason> reasons() {
        List<Likeness.Reason> reasons = new ArrayList<>();
        if (areApart(one.numbers(), other.numbers())) {
            Likeness.add(reasons, Likeness.Kind.OTHER_NUMBERS, apart(one.numbers(), other.numbers()));
        }
        Set<String> leftNames = without(one.names(), forms(one.names(), other.terms()));
        Set<String> rightNames = without(other.names(), forms(other.names(), one.terms()));
        if (!leftNames.isEmpty() && !rightNames.isEmpty()) {
            Likeness.add(reasons, Likeness.Kind.OTHER_NAMES, union(leftNames, rightNames));
        }
        if (one.negated() != other.negated()) {
            reasons.add(new Likeness.Reason(Likeness.Kind.NEGATION, List.of()));
        }
        return reasons;
    }

    /** Whether each has one that the other has not. */
    private static boolean areApart(Set<String> one, Set<String> other) {
        return !without(one, other).isEmpty() && !without(other, one).isEmpty();
    }

    private static Set<String> apart(Set<String> one, Set<String> other) {
        return union(without(one, other), without(other, one));
    }

    /** Those of these words that stand among the others in some form: with the same beginning, for most of their length. */
    private static Set<String> forms(Set<String> words, Set<String> others) {
        Set<String> forms = new TreeSet<>();
        words.stream()
                .filter(word -> others.stream().anyMatch(other -> isForm(word, other)))
                .forEach(forms::add);
        return forms;
    }

    private static boolean isForm(String word, String other) {
        int common = 0;
        while (common < Math.min(word.length(), other.length()) && word.charAt(common) == other.charAt(common)) {
            common++;
        }
        return word.equals(other) || common >= STEM && common >= 0.6 * Math.max(word.length(), other.length());
    }

    private static Set<String> without(Collection<String> all, Collection<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Set<String> union(Collection<String> some, Collection<String> more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }
}

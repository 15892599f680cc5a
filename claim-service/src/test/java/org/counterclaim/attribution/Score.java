package org.counterclaim.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;

/** Counts of what was found, what there is, and how many of both belong together, one to one. */
public record Score(int right, int found, int there) {

    public static final Score NONE = new Score(0, 0, 0);

    public Score plus(Score other) {
        return new Score(right + other.right, found + other.found, there + other.there);
    }

    public double precision() {
        return found == 0 ? 0 : 100.0 * right / found;
    }

    public double recall() {
        return there == 0 ? 0 : 100.0 * right / there;
    }

    public double f1() {
        return found + there == 0 ? 0 : 200.0 * right / (found + there);
    }

    public String percent() {
        return String.format(
                Locale.ROOT,
                "P %5.1f  R %5.1f  F1 %5.1f  (%d of %d, found %d)",
                precision(),
                recall(),
                f1(),
                right,
                there,
                found);
    }

    /** The largest number of pairs that fit, each thing in one pair at most. */
    static <A, B> Score of(List<A> found, List<B> there, BiPredicate<A, B> fits) {
        int[] partner = new int[there.size()];
        Arrays.fill(partner, -1);
        int right = 0;
        for (int i = 0; i < found.size(); i++) {
            right += pair(i, found, there, fits, partner, new boolean[there.size()]) ? 1 : 0;
        }
        return new Score(right, found.size(), there.size());
    }

    private static <A, B> boolean pair(
            int i, List<A> found, List<B> there, BiPredicate<A, B> fits, int[] partner, boolean[] seen) {
        for (int k = 0; k < there.size(); k++) {
            if (!seen[k] && fits.test(found.get(i), there.get(k))) {
                seen[k] = true;
                if (partner[k] < 0 || pair(partner[k], found, there, fits, partner, seen)) {
                    partner[k] = i;
                    return true;
                }
            }
        }
        return false;
    }

    /** How much two stretches of text share, by words: intersection over union. */
    static double overlap(String text, List<Span> a, List<Span> b) {
        Set<Integer> one = words(text, a);
        Set<Integer> other = words(text, b);
        Set<Integer> both = new HashSet<>(one);
        both.retainAll(other);
        Set<Integer> either = new HashSet<>(one);
        either.addAll(other);
        return either.isEmpty() ? 0 : (double) both.size() / either.size();
    }

    /** Offsets of the words' first letters. */
    private static Set<Integer> words(String text, List<Span> spans) {
        Set<Integer> words = new HashSet<>();
        for (Span span : spans) {
            for (int i = span.start(); i < Math.min(text.length(), span.end()); i++) {
                boolean first = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
                if (first && Character.isLetterOrDigit(text.charAt(i))) {
                    words.add(i);
                }
            }
        }
        return words;
    }

    /** Whether the main word of what was found, its last before any comma, stands in what there is. */
    static boolean sameHead(String text, List<Span> found, List<Span> there) {
        if (there.isEmpty() || found.isEmpty()) {
            return there.isEmpty() && found.isEmpty();
        }
        return there.stream()
                .anyMatch(span -> span.contains(new Span(head(text, found.get(0)), head(text, found.get(0)) + 1)));
    }

    private static int head(String text, Span span) {
        String source = span.of(text);
        List<Integer> ends = new ArrayList<>();
        for (String parting : List.of(",", " of ", " at ", " for ", " from ", " in ", " with ", " who ")) {
            int at = source.indexOf(parting);
            ends.add(at > 0 ? at : source.length());
        }
        int last = ends.stream().min(Integer::compare).orElseThrow() - 1;
        while (last > 0 && !Character.isLetterOrDigit(source.charAt(last))) {
            last--;
        }
        return span.start() + last;
    }
}

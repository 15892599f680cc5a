package org.counterclaim.article;

import java.util.stream.IntStream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * How alike two texts are, in any language: by the runs of five letters that they share, which a changed word spoils near itself
 * alone; of short texts by the letters that differ.
 */
final class TextLikeness implements Likeness {

    private static final int RUN = 5;

    /** Longest text that is compared letter by letter. */
    private static final int SHORT = 60;

    private static final double SHORT_ALIKE = 0.7;

    /** What the two share of the smaller one at least, and of the larger. */
    private static final double OF_SMALLER = 0.6;

    private static final double OF_LARGER = 0.4;

    private static final LevenshteinDistance LETTERS = LevenshteinDistance.getDefaultInstance();

    private final String text;

    /** Hashes of the different runs in order: a long text is compared with many, in little space. */
    private final int[] runs;

    TextLikeness(String text) {
        this.text = text;
        this.runs = IntStream.rangeClosed(0, text.length() - RUN)
                .map(i -> text.substring(i, i + RUN).hashCode())
                .sorted()
                .distinct()
                .toArray();
    }

    @Override
    public double to(Likeness other) {
        return other instanceof TextLikeness theirs ? to(theirs) : 0;
    }

    private double to(TextLikeness other) {
        int larger = Math.max(text.length(), other.text.length());
        if (larger <= SHORT) {
            double share = 1 - (double) LETTERS.apply(text, other.text) / larger;
            return share >= SHORT_ALIKE ? share : 0;
        }
        int shared = shared(other);
        double ofSmaller = (double) shared / Math.max(1, Math.min(runs.length, other.runs.length));
        double ofLarger = (double) shared / Math.max(runs.length, other.runs.length);
        return ofSmaller >= OF_SMALLER && ofLarger >= OF_LARGER ? ofLarger : 0;
    }

    private int shared(TextLikeness other) {
        int shared = 0;
        int theirs = 0;
        for (int run : runs) {
            while (theirs < other.runs.length && other.runs[theirs] < run) {
                theirs++;
            }
            if (theirs < other.runs.length && other.runs[theirs] == run) {
                shared++;
            }
        }
        return shared;
    }
}

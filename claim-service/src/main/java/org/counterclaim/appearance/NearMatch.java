package org.counterclaim.appearance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far a quote is from what a text says from its beginning on, for each end that the text may be cut at: how many letters have
 * to be changed, left out or put in. Where it is more than every tenth nobody looks further (a band of the edit distance's
 * matrix), so a quote of 2,000 letters takes a million steps, however long the text is.
 */
final class NearMatch {

    /** How alike two texts are at least: 1 less the share of letters that differ. */
    private static final double ALIKE = 0.9;

    private static final int FAR = Integer.MAX_VALUE / 2;

    private final int[] quote;
    private final int most;

    NearMatch(int[] quote) {
        this.quote = quote;
        this.most = quote.length / 9;
    }

    /** A beginning of the text that is alike, and how many letters differ. */
    record Cut(int length, int distance) {}

    /** Every beginning of this text that is alike. */
    List<Cut> of(int[] text) {
        List<Cut> alike = new ArrayList<>();
        int[] column = new int[quote.length + 2];
        Arrays.setAll(column, i -> i);
        int reach = Math.min(text.length, quote.length + most);
        boolean near = true;
        for (int length = 1; length <= reach && near; length++) {
            int[] next = next(column, text[length - 1], length);
            near = Arrays.stream(next, lowest(length), highest(length) + 1)
                            .min()
                            .orElse(FAR)
                    <= most;
            Cut cut = new Cut(length, next[quote.length]);
            if (highest(length) == quote.length && isAlike(cut)) {
                alike.add(cut);
            }
            column = next;
        }
        return alike;
    }

    private boolean isAlike(Cut cut) {
        return cut.distance <= Math.max(quote.length, cut.length) * (1 - ALIKE) + 1e-9;
    }

    /** The matrix' next column; what is outside of the band is far. */
    private int[] next(int[] column, int letter, int length) {
        int[] next = new int[column.length];
        int lowest = lowest(length);
        int highest = highest(length);
        next[Math.max(0, lowest - 1)] = lowest == 0 ? 0 : FAR;
        next[0] = lowest == 0 ? length : FAR;
        for (int i = Math.max(1, lowest); i <= highest; i++) {
            int changed = column[i - 1] + (quote[i - 1] == letter ? 0 : 1);
            next[i] = Math.min(changed, Math.min(column[i], next[i - 1]) + 1);
        }
        next[highest + 1] = FAR;
        return next;
    }

    private int lowest(int length) {
        return Math.max(0, length - most);
    }

    private int highest(int length) {
        return Math.min(quote.length, length + most);
    }
}

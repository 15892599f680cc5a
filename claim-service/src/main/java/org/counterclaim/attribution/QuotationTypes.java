package org.counterclaim.attribution;

import java.util.List;

/** Tells whether what is said stands in the speaker's own words: all of it, some of it, none of it. */
final class QuotationTypes {

    private static final double ALMOST_ALL = 0.9;
    private static final int SOME = 3;

    private QuotationTypes() {}

    static String of(String text, List<Span> content, List<Span> quotations) {
        int all = 0;
        int quoted = 0;
        for (Span span : content) {
            for (int i = span.start(); i < span.end(); i++) {
                if (Character.isLetterOrDigit(text.charAt(i))) {
                    all++;
                    quoted += isQuoted(i, quotations) ? 1 : 0;
                }
            }
        }
        if (quoted >= ALMOST_ALL * all && all > 0) {
            return "direct_quote";
        }
        return quoted > SOME ? "mixed" : "indirect_quote";
    }

    private static boolean isQuoted(int offset, List<Span> quotations) {
        int low = 0;
        int high = quotations.size() - 1;
        while (low <= high) {
            int middle = (low + high) / 2;
            Span quotation = quotations.get(middle);
            if (quotation.contains(offset)) {
                return true;
            }
            low = quotation.end() <= offset ? middle + 1 : low;
            high = quotation.start() > offset ? middle - 1 : high;
        }
        return false;
    }
}

package org.counterclaim.attribution;

/** Finds the subject before what stands between it and its verb: relative clauses and appositions in commas, dashes or brackets. */
final class Asides {

    private final Sentence s;
    private final NounPhrases phrases;

    Asides(Work work) {
        this.s = work.s;
        this.phrases = work.phrases;
    }

    /** <i>NP, who has said nothing until now, said</i>; <i>NP (35) said</i>; <i>NP — the first of them — said</i>. */
    Range before(int close) {
        int hops = 0;
        for (int i = close - 1; i > 0 && close - i < 40 && !s.quote(i); i--) {
            boolean opens = s.is(close, ")") ? s.is(i, "(") : s.is(close, ",") ? s.is(i, ",") : s.dash(i);
            int start = opens && s.noun(i - 1) && isAside(i + 1, s.is(close, ")")) ? phrases.startOf(i - 1) : -1;
            if (start < 0) {
                continue;
            }
            boolean anotherBefore = s.is(start - 1, ",")
                    && hops++ < 3
                    && (s.tagged(start, "CD") || s.is(start, "the", "a", "an") || s.tagged(i - 1, "CD"));
            if (!anotherBefore) {
                return new Range(start, i - 1);
            }
        }
        return null;
    }

    private boolean isAside(int i, boolean bracketed) {
        return bracketed
                || s.modifier(i) && !s.finite(phrases.endOf(i) + 1)
                || s.is(i, "who", "which", "whose", "of", "in", "from", "with", "speaking", "a")
                || s.ing(i)
                || s.preposition(i)
                || s.verb(i)
                || s.adverb(i);
    }
}

package org.counterclaim.attribution;

import java.util.BitSet;

/** What is said before the verb and its source: <i>"…," Smith said</i>, <i>The talks failed, he believes</i>. */
final class LeftSide {

    private final Work work;
    private final Sentence s;
    private final VerbCue cue;
    private final int comma;
    private final boolean open;
    private final boolean quotation;

    /**
     * The left side of a cue.
     *
     * @param right where something is said after it, -1 if nowhere
     */
    LeftSide(Work work, VerbCue cue, int right) {
        this.work = work;
        this.s = work.s;
        this.cue = cue;
        this.comma = comma(cue.edge() - 1);
        boolean parted = s.is(comma, ",", "?", "!", "—", "--") || s.quote(comma);
        this.open = (cue.speech() || isAside(right))
                && comma > 0
                && parted
                && !s.ing(cue.at())
                && !s.is(cue.group() - 1, "to");
        this.quotation = open && (s.quote(comma) || s.quote(comma - 1));
    }

    private int comma(int from) {
        int at = from;
        while (s.is(at, "and", "but", "as")) {
            at--;
        }
        return at;
    }

    /** <i>…, officials believe.</i> */
    private boolean isAside(int right) {
        int next = cue.at() + 1;
        boolean closes = next >= s.size() || s.is(next, ".", "\"") || s.preposition(next) || s.in(next, "day");
        return cue.can("aside")
                && right < 0
                && cue.source() != null
                && cue.source().last() == cue.group() - 1
                && closes;
    }

    boolean open() {
        return open;
    }

    boolean isQuotation() {
        return quotation;
    }

    /** Whether what stands there is a clause, and not only a phrase that opens the sentence. */
    boolean isClause() {
        return open && comma > 3 && (s.hasVerb(0, comma) || !s.has(cue.at() + 1) || s.is(cue.at() + 1, "."));
    }

    BitSet content() {
        int from = 0;
        for (int i = comma - 2; quotation && i >= 0; i--) {
            if (!s.quoted(i) && s.is(i, ":")) {
                from = i + 1;
                break;
            }
        }
        // at the end of the sentence it attributes all of it, with what is attributed within
        boolean whole = quotation || work.tail < cue.at();
        for (int i = comma - 1; !whole && i >= 0; i--) {
            if (work.at(i) != null) {
                from = i + 1;
                break;
            }
        }
        return Work.tokens(from, comma);
    }
}

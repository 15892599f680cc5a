package org.counterclaim.attribution;

import java.util.BitSet;

/** What is said around the cue, without marks that part it: <i>the deal, which he said was over</i>, <i>…, as he said, …</i>. */
final class BothSides {

    private final Sentence s;
    private final NounPhrases phrases;
    private final Clauses clauses;

    BothSides(Work work, Clauses clauses) {
        this.s = work.s;
        this.phrases = work.phrases;
        this.clauses = clauses;
    }

    /** <i>the deal, which he said was over</i>: what is said stands around the cue. */
    BitSet extracted(VerbCue cue, int right) {
        Range source = cue.source();
        if (right >= 0 || cue.inverted() || !cue.speech() || source == null || source.first() == 0) {
            return null;
        }
        int before = source.first() - 1;
        boolean moved = s.in(before, "relative") || s.is(before, "what") || s.noun(before);
        if (source.last() != cue.group() - 1 || !s.finite(cue.at() + 1) || !moved) {
            return null;
        }
        BitSet content = Work.tokens(cue.at() + 1, clauses.endOf(cue.at() + 1, cue.at()));
        int start = s.noun(before) ? phrases.startOf(before) : before;
        content.set(start < 0 ? before : start, before + 1);
        return content;
    }

    /** <i>As he said, …</i>; <i>…, as he said, …</i>. */
    BitSet asClause(VerbCue cue) {
        int as = cue.source() == null ? -1 : cue.source().first() - 1;
        if (!cue.speech() || !s.is(as, "as") || as > 0 && !s.is(as - 1, ",")) {
            return null;
        }
        int comma = cue.at() + 1;
        while (comma < s.size() && !s.is(comma, ",")) {
            comma++;
        }
        BitSet content = as == 0 ? new BitSet() : Work.tokens(0, as - 1);
        if (comma < s.size() - 3) {
            content.set(comma + 1, as == 0 ? Math.max(comma + 1, clauses.endOf(comma + 1, cue.at())) : s.size());
        }
        return content.isEmpty() ? null : content;
    }
}

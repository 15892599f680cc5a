package org.counterclaim.attribution;

import java.util.BitSet;

/** Attributions without a verb or noun of their own: <i>according to …</i>, and a name before a colon. */
final class OtherCues {

    private static final int LONGEST_NAME = 6;

    private final Work work;
    private final Sentence s;
    private final NounPhrases phrases;
    private final Subjects subjects;
    private final Clauses clauses;

    OtherCues(Work work, Subjects subjects, Clauses clauses) {
        this.work = work;
        this.s = work.s;
        this.phrases = work.phrases;
        this.subjects = subjects;
        this.clauses = clauses;
    }

    boolean at(int i) {
        return accordingTo(i) || colon(i) || statement(i);
    }

    private boolean accordingTo(int i) {
        if (!s.is(i, "according") || !s.is(i + 1, "to") || work.isLongQuoted(i)) {
            return false;
        }
        int end = phrases.endOf(i + 2);
        if (end > 0) {
            BitSet content = i == 0 || s.is(i - 1, "and", "but") ? afterComma(i, end) : around(i, end);
            work.emit(Draft.Kind.ACCORDING_TO, new Range(i, i + 1), new Range(i + 2, end), content);
        }
        return true;
    }

    /** Past what describes the source: <i>According to Avaaz, which organised it, …</i>. */
    private BitSet afterComma(int i, int end) {
        int comma = comma(end + 1);
        int next = comma(comma + 1);
        boolean described = s.relative(comma + 1) || s.is(comma + 1, "a", "an", "the") && isApposition(comma + 1, next);
        comma = described && next < s.size() - 2 ? next : comma;
        return comma < s.size() ? Work.tokens(comma + 1, clauses.endOf(comma + 1, i)) : new BitSet();
    }

    private boolean isApposition(int from, int comma) {
        return !s.hasVerb(from, comma) && phrases.endOf(from) > 0 && s.hasVerb(comma + 1, s.size());
    }

    private BitSet around(int i, int end) {
        int from = 0;
        for (int k = i - 1; k >= 0 && from == 0; k--) {
            boolean inner = s.is(k, "that") && work.at(k - 1) != null || work.at(k) != null && !s.is(i - 1, ",");
            from = inner ? k + 1 : 0;
        }
        BitSet content = Work.tokens(from, i);
        int comma = s.is(i - 1, ",") ? comma(end + 1) : s.size();
        if (comma < s.size() - 2) {
            content.set(comma + 1, s.size());
        }
        return content;
    }

    private int comma(int from) {
        int comma = from;
        while (comma < s.size() && !s.is(comma, ",")) {
            comma++;
        }
        return comma;
    }

    /** <i>Smith: "…"</i>, and in a headline <i>Minister: …</i>. */
    private boolean colon(int i) {
        if (!s.is(i, ":") || i == 0 || i > LONGEST_NAME || i + 2 >= s.size() || !isName(i)) {
            return false;
        }
        boolean headline = s.number() == 0 && s.name(0) && i <= 3 && s.size() > i + 4;
        if (s.quoted(i + 1) || headline) {
            work.emit(Draft.Kind.COLON, new Range(i, i), new Range(0, i - 1), Work.tokens(i + 1, s.size()));
            return true;
        }
        return false;
    }

    /** <i>The agency issued the following statement: "…"</i>. */
    private boolean statement(int i) {
        if (!s.is(i, ":") || s.quoted(i) || !s.quote(i + 1) || !s.quoted(i + 1)) {
            return false;
        }
        for (int verb = i - 1; verb > 0; verb--) {
            if (work.at(verb) != null || s.cue(verb) != null && s.speech(verb)) {
                return false;
            }
            if (s.verb(verb) && s.finite(verb)) {
                Range source = subjects.of(verb);
                Range cue = new Range(s.verbGroupStart(verb), verb);
                work.emit(Draft.Kind.COLON, cue, source, Work.tokens(i + 1, s.size()));
                return true;
            }
        }
        return false;
    }

    private boolean isName(int colon) {
        boolean noun = false;
        for (int i = 0; i < colon; i++) {
            if (!s.tagged(i, "N")
                    && !s.is(i, ",")
                    && !s.tagged(i, "JJ")
                    && !s.tagged(i, "POS")
                    && !s.tagged(i, "DT")
                    && !s.tagged(i, "HYPH")) {
                return false;
            }
            noun |= s.tagged(i, "N");
        }
        return noun;
    }
}

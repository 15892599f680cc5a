package org.counterclaim.attribution;

import java.util.Set;

/** Where what is said ends, when no quotation mark says it. */
final class Clauses {

    private static final Set<String> FINAL = Set.of(".", "!", "?", ",", ";", "…", "...");

    private final Work work;
    private final Sentence s;
    private final NounPhrases phrases;
    private final boolean headline;

    Clauses(Work work) {
        this.work = work;
        this.s = work.s;
        this.phrases = work.phrases;
        this.headline = Headlines.is(s.tokens());
    }

    /** The token after the clause that begins at {@code from}, which the cue at {@code cue} attributes. */
    int endOf(int from, int cue) {
        boolean opening = opensSentence(cue);
        int limit = limit(from, cue);
        for (int i = from; i < limit; i++) {
            if (!s.quote(i) && !s.quoted(i) && endsAt(i, from, cue, opening)) {
                return i;
            }
        }
        return trimmed(from, limit);
    }

    private int limit(int from, int cue) {
        return cue < work.tail && from < work.tail ? work.tail : s.size();
    }

    private int trimmed(int from, int limit) {
        int end = limit;
        while (end > from + 1 && FINAL.contains(s.token(end - 1).form())) {
            end--;
        }
        return end;
    }

    /** The same for <i>The idea that … is false</i>, where what is said of the idea is no part of it. */
    int endOfIdea(int from, int cue) {
        int end = endOf(from, cue);
        int second = s.hasVerb(0, cue) ? -1 : secondVerb(from, end);
        end = second > 0 ? second : end;
        for (int i = from; i < end; i++) {
            int predicate = i + 1;
            while (s.adverb(predicate)) {
                predicate++;
            }
            if (s.in(i, "be") && s.in(predicate, "false-word")) {
                return i;
            }
        }
        return end;
    }

    /** <i>The claim that wages fell was ignored</i>: the second verb, with nothing between that would join them. */
    private int secondVerb(int from, int end) {
        boolean first = false;
        for (int i = from + 1; i < end; i++) {
            if (s.is(i, ",", "and", "but", "or", "if", "because") || s.relative(i) || s.quote(i)) {
                return -1;
            }
            boolean verb = s.finite(i) && !s.finite(i - 1) && !s.adverb(i - 1);
            if (verb && first) {
                return i;
            }
            first |= verb;
        }
        return -1;
    }

    /** <i>After he said so, they left</i>: the cue stands in a clause that opens the sentence. */
    private boolean opensSentence(int cue) {
        if (cue >= 0 && cue < 3 && s.ing(cue) && !s.is(cue, "according") && s.verbGroupStart(cue) == 0) {
            return true;
        }
        boolean opening = s.in(0, "opening") && cue < 10;
        for (int i = 0; i < cue && opening; i++) {
            opening = !s.is(i, ",");
        }
        return opening;
    }

    private boolean endsAt(int i, int from, int cue, boolean opening) {
        if (s.is(i, ";") || headline && s.is(i, "as", "amid", "after") && i > from) {
            return true;
        }
        // in American style the comma stands before the closing mark
        boolean closed = s.quote(i - 1) && s.is(i - 2, ",") && i - 2 > from && turns(i - 1);
        if (closed) {
            return true;
        }
        boolean later = i > from + 1;
        if (later && s.is(i, ",") && turns(i)) {
            return true;
        }
        if (later && s.is(i, "before", "after", "while") && s.ing(i + 1) && s.cue(i + 1) != null) {
            return true;
        }
        return later && opening && s.is(i, ",") && startsClause(i + 1) || anotherCue(i, from, cue);
    }

    /** <i>…, although …</i>, <i>…, but they …</i>, <i>…, while its director, Alan Cho, …</i>. */
    private boolean turns(int comma) {
        return s.is(comma + 1, "although", "though", "whereas")
                || s.is(comma + 1, "but", "while") && (startsClause(comma + 2) || startsDescribedClause(comma + 2));
    }

    private boolean startsDescribedClause(int i) {
        int open = phrases.endOf(i) + 1;
        int close = open + 1;
        while (open > 0
                && s.is(open, ",")
                && close < open + 12
                && s.has(close)
                && !s.is(close, ",")
                && !s.finite(close)) {
            close++;
        }
        return open > 0 && s.is(open, ",") && s.is(close, ",") && s.finite(close + 1);
    }

    private boolean startsClause(int i) {
        int end = phrases.endOf(i);
        return end > 0 && (s.finite(end + 1) || s.adverb(end + 1) && s.finite(end + 2));
    }

    /** A second cue of the same source takes what follows. */
    private boolean anotherCue(int i, int from, int cue) {
        boolean comma = s.is(i, ",", ";", "—", "--");
        int next = comma ? i + 1 : i;
        boolean joined = s.is(next, "and", "but", "while", "then");
        next = joined ? next + 1 : next;
        if (!comma && !joined) {
            return false;
        }
        int verb = next;
        while (s.adverb(verb) || s.auxiliary(verb) && !s.in(verb, "be")) {
            verb++;
        }
        if (verb > from + 1 && isCoordinated(i, verb, cue, joined)) {
            return true;
        }
        return s.is(next, "according") && s.is(next + 1, "to") || comma && anotherSays(next, cue, joined);
    }

    private boolean isCoordinated(int i, int verb, int cue, boolean joined) {
        if (s.cue(verb) == null) {
            return false;
        }
        if (s.ing(verb)) {
            return s.is(i, ",");
        }
        return joined
                && s.speech(verb)
                && !s.can(verb, "often")
                && cue >= 0
                && s.tagged(verb, s.token(cue).tag());
    }

    /** <i>…, Smith said.</i> ends what was said before it, and so does <i>…, and Smith said</i>. */
    private boolean anotherSays(int next, int cue, boolean joined) {
        int end = phrases.endOf(s.is(next, "even", "also") ? next + 1 : next);
        if (end < 0) {
            return false;
        }
        int verb = end + 1;
        while (s.adverb(verb)) {
            verb++;
        }
        boolean closes = s.is(verb + 1, ".", ",") || verb + 1 >= s.size() || s.quote(verb + 1) || joined;
        return verb > cue && s.speech(verb) && closes;
    }
}

package org.counterclaim.attribution;

import java.util.BitSet;

/** Attributions by nouns and by states of mind: <i>his claim that …</i>, <i>raised concerns about …</i>, <i>is sure that …</i>. */
final class NounCues {

    private final Work work;
    private final Sentence s;
    private final NounPhrases phrases;
    private final Subjects subjects;
    private final Clauses clauses;

    NounCues(Work work, Subjects subjects, Clauses clauses) {
        this.work = work;
        this.s = work.s;
        this.phrases = work.phrases;
        this.subjects = subjects;
        this.clauses = clauses;
    }

    /** Whether an attribution was found at token i. */
    boolean at(int i) {
        if (work.isLongQuoted(i)) {
            return false;
        }
        return stateOfMind(i) || uttered(i) || noun(i);
    }

    /** <i>is confident that …</i>, <i>made clear that …</i>. */
    private boolean stateOfMind(int i) {
        if (i == 0 || !isDoubting(i) && !(s.in(i, "state-of-mind") && s.is(i + 1, "that"))) {
            return false;
        }
        int link = i - 1;
        while (link > 0 && s.adverb(link)) {
            link--;
        }
        if (!s.in(link, "link-verb")
                || s.is(i, "clear") && !s.token(link).lower().startsWith("ma")) {
            return false;
        }
        Range source = subjects.of(link);
        Range cue = new Range(s.verbGroupStart(link), i);
        work.emit(Draft.Kind.ADJECTIVE, cue, source, Work.tokens(i + 1, clauses.endOf(i + 1, i)));
        return true;
    }

    /** <i>is sceptical of …</i>, <i>was not convinced by …</i>. */
    private boolean isDoubting(int i) {
        return s.in(i, "sceptical") && s.is(i + 1, "of", "about")
                || s.is(i, "convinced", "persuaded") && s.is(i + 1, "by");
    }

    /** <i>raised serious concerns about …</i>: the verb says little, its object is what is said. */
    private boolean uttered(int i) {
        int noun = s.verb(i) && s.in(i, "utter") ? utterance(i + 1) : -1;
        boolean has = s.is(i, "have", "has", "had");
        boolean follows = noun > 0 && (s.is(noun + 1, "that", "about") || !has && s.in(noun + 1, "utterance-of"));
        Range source = follows ? subjects.of(i) : null;
        if (source == null) {
            return false;
        }
        Range cue = new Range(s.verbGroupStart(i), i);
        work.emit(Draft.Kind.VERB, cue, source, Work.tokens(i + 1, clauses.endOf(noun + 1, i)));
        return true;
    }

    private int utterance(int from) {
        int last = phrases.endOf(from);
        for (int i = from; i <= last; i++) {
            if (s.in(i, "utterance") && (i == last || s.is(i + 1, "of", "for"))) {
                return i;
            }
        }
        return -1;
    }

    private boolean noun(int i) {
        if (!s.tagged(i, "NN") || s.name(i) || !s.in(i, "cue-noun")) {
            return false;
        }
        Range owner = owner(i);
        boolean relative = (s.verb(i + 2) || s.auxiliary(i + 2)) && !s.finite(i + 3);
        if (s.is(i + 1, "that") && !relative) {
            work.emit(Draft.Kind.NOUN, new Range(i, i), owner, Work.tokens(i + 1, clauses.endOfIdea(i + 1, i)));
            return true;
        }
        int end = s.is(i + 1, "of", "about") && owner != null ? phrases.endOf(i + 2) : -1;
        if (end > 0) {
            BitSet content = Work.tokens(i + 2, prolonged(end) + 1);
            work.emit(Draft.Kind.NOUN, new Range(i, i), owner, content);
        }
        return end > 0;
    }

    /** <i>neutrality in the conflict</i>. */
    private int prolonged(int end) {
        int longer = s.is(end + 1, "in", "on", "at", "against", "by", "with") ? phrases.endOf(end + 2) : -1;
        return longer > 0 ? longer : end;
    }

    /** <i>his claim</i>, <i>the mayor's claim</i>. */
    private Range owner(int noun) {
        int i = noun - 1;
        while (s.tagged(i, "JJ") || s.adverb(i)) {
            i--;
        }
        if (s.tagged(i, "PRP$") || s.possessive(i)) {
            return new Range(i, i);
        }
        int start = s.tagged(i, "POS") || s.is(i, "'s", "’s", "'", "’") ? phrases.startOf(i - 1) : -1;
        return start < 0 ? null : new Range(start, i - 1);
    }
}

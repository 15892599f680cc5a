package org.counterclaim.attribution;

import java.util.stream.IntStream;

/** Verbs that say something only sometimes: <i>found that …</i> and <i>found a coin</i>, <i>presented evidence</i> and <i>presented a prize</i>. */
final class Doubts {

    private final Sentence s;
    private final NounPhrases phrases;

    Doubts(Work work) {
        this.s = work.s;
        this.phrases = work.phrases;
    }

    /** A verb that means something else as often, without a quotation, a clause or "that". */
    boolean isDoubtful(VerbCue cue, RightSide side, int right) {
        int subject = right < 0 || !cue.can("that") ? -1 : phrases.endOf(right);
        boolean clause = subject > 0 && (s.finite(subject + 1) || s.adverb(subject + 1) && s.finite(subject + 2));
        boolean presents = cue.can("presents") && right >= 0 && hasEvidence(cue, right);
        boolean named = right >= 0 && isNamedInQuotes(right);
        boolean sure = clause
                || putsAt(cue, right)
                || isPredicated(cue, right)
                || cue.verb().equals("find") && s.is(right, "no")
                || named
                || presents
                || s.is(right, "that")
                || s.quote(right)
                || s.is(right, ":")
                || s.is(right - 1, ":");
        return cue.can("often") && right >= 0 && !sure && !(side.medial() && s.quote(right)) && !cue.followsQuotation();
    }

    /** <i>put the number at 22</i>. */
    private boolean putsAt(VerbCue cue, int right) {
        int at = right;
        while (cue.verb().equals("put") && (s.is(at, "it", "of") || s.modifier(at))) {
            at++;
        }
        return at > right
                && s.is(at, "at")
                && IntStream.rangeClosed(at + 1, at + 4).anyMatch(i -> s.tagged(i, "CD") || s.is(i, "half"));
    }

    /** <i>called the prediction irresponsible</i>, <i>called the plan a mistake</i>; not <i>called the police</i>. */
    private boolean isPredicated(VerbCue cue, int right) {
        int noun = right < 0 || !cue.verb().equals("call") ? -1 : phrases.endOf(right);
        boolean adjective = s.tagged(noun + 1, "JJ") && (s.is(noun + 2, ".", ",", "and", "but") || !s.has(noun + 2));
        boolean article = s.is(noun + 1, "a", "an") && !s.in(noun + 2, "day");
        return noun >= 0 && (adjective || article);
    }

    /** <i>called the plan a "mistake"</i>, <i>called the report false</i>. */
    private boolean isNamedInQuotes(int right) {
        int phrase = phrases.endOf(right);
        int at = right;
        while (phrase >= 0 && at < phrase + 4 && s.has(at) && !s.quote(at) && !s.verb(at) && !s.is(at, ",")) {
            at++;
        }
        return phrase >= 0 && (s.quote(at) || isCalledFalse(right, phrase));
    }

    private boolean isCalledFalse(int right, int phrase) {
        return IntStream.rangeClosed(right + 1, phrase + 6).anyMatch(i -> s.in(i, "false-word"));
    }

    /** <i>presented two dossiers</i>, <i>the video shows police</i>. */
    private boolean hasEvidence(VerbCue cue, int right) {
        Range source = cue.source();
        int last = phrases.endOf(right);
        return IntStream.rangeClosed(right, last).anyMatch(i -> s.in(i, "evidence-noun"))
                || source != null
                        && IntStream.rangeClosed(source.first(), source.last()).anyMatch(i -> s.in(i, "evidence-noun"));
    }
}

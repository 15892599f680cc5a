package org.counterclaim.attribution;

/** Finds <i>", NP said."</i> at the end of a sentence: what is attributed elsewhere in it ends before that comma. */
final class Tails {

    private Tails() {}

    /** Where it begins; the sentence's size if there is none. */
    static int of(Sentence s) {
        for (int verb = s.size() - 1; verb > 3 && s.size() - verb < 15; verb--) {
            boolean says = s.speech(verb) || s.can(verb, "aside");
            if (says && !s.quoted(verb) && endsAfter(s, verb)) {
                return comma(s, verb);
            }
        }
        return s.size();
    }

    /** Whether only times, places and occasions follow. */
    private static boolean endsAfter(Sentence s, int verb) {
        NounPhrases phrases = new NounPhrases(s);
        int at = verb + 1;
        while (s.has(at) && s.token(at).isWord()) {
            boolean hearer = at == verb + 1 && s.can(verb, "person") && s.modifier(at);
            int end = hearer
                    ? phrases.endOf(at)
                    : s.preposition(at) ? phrases.endOf(at + 1) : s.in(at, "day") || s.adverb(at) ? at : -1;
            if (end < 0) {
                return false;
            }
            at = end + 1;
        }
        return !s.has(at) || s.is(at, ".", "!", "?");
    }

    private static int comma(Sentence s, int verb) {
        int group = s.verbGroupStart(verb);
        if (!s.noun(group - 1)) {
            return s.size();
        }
        int comma = group - 1;
        while (comma > 0 && !s.is(comma, ",") && !s.quote(comma) && !s.finite(comma) && group - comma < 14) {
            comma--;
        }
        return comma > 2 && (s.is(comma, ",") || s.quote(comma)) ? comma : s.size();
    }
}

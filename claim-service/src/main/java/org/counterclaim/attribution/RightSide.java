package org.counterclaim.attribution;

/**
 * Looks for the beginning of what is said after the verb, past adverbs, times, places and the hearer.
 */
final class RightSide {

    /** How many steps it takes past what only describes the saying. */
    private static final int STEPS = 12;

    private final Sentence s;
    private final NounPhrases phrases;
    private final Clauses clauses;
    private final VerbCue cue;
    private int start = -1;
    private boolean medial;

    private RightSide(Work work, Clauses clauses, VerbCue cue) {
        this.s = work.s;
        this.phrases = work.phrases;
        this.clauses = clauses;
        this.cue = cue;
    }

    static RightSide of(Work work, Clauses clauses, VerbCue cue) {
        RightSide side = new RightSide(work, clauses, cue);
        side.look();
        side.lookForThat();
        side.start = side.start >= side.s.size() ? -1 : side.start;
        return side;
    }

    /** The first token of what is said; -1 if nothing is said on this side. */
    int start() {
        return start;
    }

    /** Whether a comma follows the cue: then it stands amid what is said. */
    boolean medial() {
        return medial;
    }

    private void look() {
        int at = cue.after();
        for (int step = 0; at >= 0 && at < s.size() && step < STEPS; step++) {
            if (opens(at)) {
                return;
            }
            at = s.is(at, ",") ? pastComma(at) : pastDescription(at);
        }
    }

    /** A conjunction, a quotation or a colon. */
    private boolean opens(int at) {
        boolean adverbial =
                cue.speech() && s.is(at, "when", "where", "if") && !cue.verb().equals("ask");
        boolean aboutSource = s.is(at, "who", "which") && at > cue.after() && cue.inverted();
        if (s.is(at, "otherwise") || s.in(at, "wh") && !adverbial && !aboutSource || s.quote(at) && s.quoted(at + 1)) {
            start = at;
        } else if (s.is(at, ":")) {
            start = at + 1;
        }
        return start >= 0;
    }

    private int pastDescription(int at) {
        if (opensByDegree(at)) {
            return -1;
        }
        if (s.adverb(at) || s.in(at, "day") || s.tagged(at, "RP")) {
            return at + 1;
        }
        boolean phrase = s.preposition(at) || s.is(at, "to") && !s.verb(at + 1);
        if (phrase && (cue.speech() || cue.namesHearer())) {
            int end = s.ing(at + 1) ? -1 : phrases.endOf(at + 1);
            return end < 0 ? -1 : end + 1;
        }
        return cue.inverted() ? -1 : pastHearer(at);
    }

    /** <i>at least 155 people …</i>, <i>only one bank …</i>, <i>not guilty</i>: more than its noun phrase. */
    private boolean opensByDegree(int at) {
        boolean limit = s.is(at, "at", "up") && s.is(at + 1, "least", "most", "to");
        boolean plea = s.is(at, "not") && s.is(at + 1, "guilty");
        boolean number = s.is(at, "only", "nearly", "almost", "about", "around", "roughly") && s.tagged(at + 1, "CD");
        boolean most =
                s.is(at, "most") && s.modifier(at + 1) || s.is(at, "no") && s.is(at + 1, "more", "fewer", "less");
        if (limit || number || most) {
            said(limit ? at + 2 : at + 1);
        }
        start = plea || start >= 0 ? at : -1;
        return plea || limit || start >= 0;
    }

    private int pastHearer(int at) {
        if (cue.namesHearer() && at == cue.after()) {
            int end = phrases.endOf(at);
            boolean clause = end > 0
                    && (s.finite(end + 1) && !cue.speech()
                            || s.auxiliary(end + 1)
                            || s.verb(end + 1)
                            || s.adverb(end + 1));
            boolean thing = cue.can("object") && s.is(end + 1, ".", ",", ";");
            if (end > 0 && !clause && !thing && s.has(end + 1)) {
                boolean infinitive = s.is(end + 1, "to");
                start = infinitive && cue.can("to") ? end + 1 : -1;
                return infinitive ? -1 : end + 1;
            }
        }
        said(at);
        return -1;
    }

    /** What is said begins here, or nowhere. */
    private void said(int at) {
        if (s.is(at, "to") && (s.verb(at + 1) || s.auxiliary(at + 1))) {
            start = cue.can("to") ? at : -1;
        } else if (s.is(at, "the") && s.is(at + 1, "opposite")) {
            start = cue.speech() ? at : -1;
        } else if (cue.speech() && s.in(at, "opening") && s.hasVerb(at, s.size())) {
            start = at;
        } else {
            int phrase = s.modifier(at) || s.noun(at) || s.is(at, "more", "fewer", "less") ? phrases.endOf(at) : -1;
            start = saysClause(at, phrase) || saysThing(at, phrase) ? at : -1;
        }
    }

    private boolean saysClause(int at, int phrase) {
        boolean followed = phrase > 0 && (s.finite(phrase + 1) || s.adverb(phrase + 1) && s.finite(phrase + 2));
        return isClause(at, phrase) && (cue.can("that") || cue.speech()) && (cue.speech() || followed || phrase < 0);
    }

    /** <i>denied having lied</i>, <i>expects prices to fall</i>, <i>criticised the plan</i>. */
    private boolean saysThing(int at, int phrase) {
        if (phrase < 0 && s.is(at, "this", "these", "those")) {
            return cue.can("object") && !cue.can("often");
        }
        if (s.ing(at) && phrase < 0) {
            return cue.can("object") && !cue.can("often");
        }
        boolean infinitive = cue.can("that") && s.is(phrase + 1, "to") && s.verb(phrase + 2);
        return phrase > 0 && (infinitive || cue.can("object") && !(cue.speech() && cue.followsQuotation()));
    }

    private boolean isClause(int at, int phrase) {
        int end = clauses.endOf(at, cue.at());
        if (phrase > 0) {
            for (int i = phrase + 1; i < end && i < phrase + 25; i++) {
                if (s.finite(i) && !s.quote(i)) {
                    return true;
                }
            }
            return cue.speech() && s.tagged(phrase + 1, "VBN") && !s.is(phrase + 2, "by");
        }
        return s.is(at, "there", "it", "this", "these") && s.hasVerb(at, end) || s.ing(at) && s.hasVerb(at + 1, end);
    }

    private int pastComma(int comma) {
        if (comma != cue.after() && !cue.inverted()) {
            return comma + 1;
        }
        medial = true;
        if (s.quote(comma + 1) && s.quoted(comma + 2)) {
            start = comma + 1;
        } else if (comma == cue.after() && !cue.inverted()) {
            start = comma + 1;
        } else {
            pastTitle(comma);
        }
        return -1;
    }

    /** <i>said Smith, the mayor, "…"</i>. */
    private void pastTitle(int comma) {
        int next = comma + 1;
        while (next < s.size() && !s.is(next, ",") && !s.quote(next)) {
            next++;
        }
        if (next < s.size() - 1 && (s.quote(next) || s.quote(next + 1))) {
            start = s.quote(next) ? next : next + 1;
        }
    }

    /** A conjunction further on, past a longer description. */
    private void lookForThat() {
        if (start >= 0 || cue.inverted() || medial) {
            return;
        }
        int limit = Math.min(s.size(), cue.at() + 18);
        int at = cue.at() + 1;
        while (at < limit && !s.is(at, "that", ",", ";") && !s.quote(at) && (!s.finite(at) || s.is(at - 1, "who"))) {
            at++;
        }
        boolean described = s.preposition(cue.at() + 1) || cue.namesHearer() || s.adverb(cue.at() + 1) || cue.speech();
        if (at < limit && s.is(at, "that") && s.tagged(at, "IN") && described) {
            start = at;
        }
    }
}

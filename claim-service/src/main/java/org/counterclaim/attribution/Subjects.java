package org.counterclaim.attribution;

/** Finds whose verb it is: the noun phrase before its verb group, however far relative clauses and appositions have moved it. */
final class Subjects {

    private static final int DEEPEST = 2;

    private final Work work;
    private final Sentence s;
    private final NounPhrases phrases;
    private final SharedSubjects shared;
    private final Asides asides;

    Subjects(Work work) {
        this.work = work;
        this.s = work.s;
        this.phrases = work.phrases;
        this.shared = new SharedSubjects(work, this);
        this.asides = new Asides(work);
    }

    /** The subject of the verb at {@code verb}; null if it has none here. */
    Range of(int verb) {
        return of(s.verbGroupStart(verb), verb, 0);
    }

    Range of(int group, int verb, int depth) {
        int before = group - 1;
        while (s.quote(before) && !s.quoted(verb)) {
            before--;
        }
        if (depth > DEEPEST || before < 0) {
            return null;
        }
        boolean quotedAs = s.is(before, "as") && s.ing(verb) && s.verb(before - 1);
        if (quotedAs || s.is(before, "to")) {
            return ofGovernor(before, depth);
        }
        if (s.relative(before) && (!s.is(before, "that") || s.noun(before - 1))) {
            return ofRelative(before);
        }
        Range direct = direct(before, group, verb);
        return direct != null ? direct : indirect(before, verb, depth);
    }

    private Range ofRelative(int pronoun) {
        if (s.is(pronoun, "who")) {
            return new Range(pronoun, pronoun);
        }
        return endingAt(s.is(pronoun - 1, ",") ? pronoun - 2 : pronoun - 1);
    }

    private Range indirect(int before, int verb, int depth) {
        if (s.is(before, "named", "identified", "quoted") && s.is(before - 1, "be")) {
            return nameless(before);
        }
        int who = s.verb(before) || s.adverb(before) ? whoBefore(before) : -1;
        if (who > 0 && s.noun(who - 1)) {
            return endingAt(who - 1);
        }
        if (s.is(before, "and", "but", "or", "then") || s.ing(verb) && !s.noun(before)) {
            return shared.of(before, verb, depth);
        }
        return s.is(before, ",", ")") || s.dash(before) ? asides.before(before) : null;
    }

    /** <i>A driver who survived said</i>. */
    private int whoBefore(int last) {
        int who = last;
        while (who > last - 4 && (s.verb(who) || s.auxiliary(who) || s.adverb(who))) {
            who--;
        }
        return s.is(who, "who") ? who : -1;
    }

    /** <i>An official who asked not to be named said</i>. */
    private Range nameless(int named) {
        int who = named;
        while (who > 0 && !s.is(who, "who")) {
            who--;
        }
        return who > 0 ? endingAt(who - 1) : null;
    }

    private Range direct(int before, int group, int verb) {
        if (isMistakenForVerb(before, group, verb)) {
            return mistaken(before);
        }
        Range earlier = s.noun(before) && s.in(before, "day") && before > 0 ? beforeTime(before) : null;
        if (earlier != null) {
            return earlier;
        }
        return s.noun(before) || s.in(before, "crowd") ? nounPhrase(before) : null;
    }

    /** <i>NP wants to say</i>: the subject is that of the verb that governs the infinitive. */
    private Range ofGovernor(int to, int depth) {
        for (int i = to - 1; i > 0 && i > to - 6; i--) {
            if (s.verb(i) || s.auxiliary(i)) {
                return of(s.verbGroupStart(i), i, depth + 1);
            }
        }
        return null;
    }

    /** A plural noun that was tagged as a verb. */
    private boolean isMistakenForVerb(int before, int group, int verb) {
        return s.verb(before)
                && !s.auxiliary(before)
                && before == group - 1
                && !s.ing(verb)
                && before > 0
                && s.modifier(before - 1)
                && !s.pronoun(before - 1)
                && s.token(before).lower().endsWith("s");
    }

    private Range mistaken(int noun) {
        int start = noun - 1;
        while (s.modifier(start - 1)) {
            start--;
        }
        return new Range(start, noun);
    }

    /** <i>Smith on Monday said</i>. */
    private Range beforeTime(int day) {
        int i = day - 1;
        while (i > 0 && (s.in(i, "day") || s.in(i, "before-day") || s.adverb(i) || s.tagged(i, "CD"))) {
            i--;
        }
        int noun = s.noun(i - 1) && s.verb(i) && !s.auxiliary(i) && s.finite(day + 1) ? i - 1 : i;
        return s.noun(noun) ? endingAt(noun) : null;
    }

    private Range endingAt(int last) {
        int start = phrases.startOf(last);
        return start < 0 ? null : new Range(start, last);
    }

    private Range nounPhrase(int last) {
        int start = phrases.startOf(last);
        if (start < 0) {
            return null;
        }
        Range moved = start > 2 && !s.pronoun(last) ? aroundRelativeClause(start) : null;
        if (moved == null && start > 2 && !s.pronoun(last)) {
            moved = aroundApposition(start, last);
        }
        return moved != null ? moved : new Range(withoutOpening(start, last), last);
    }

    /** <i>The man who owns the house said</i>: the house said nothing. */
    private Range aroundRelativeClause(int start) {
        int clauseVerb = -1;
        for (int i = start - 1; i >= 0 && i > start - 14; i--) {
            if (s.is(i, ",", ";", ":") || s.quote(i) || work.at(i) != null) {
                return null;
            }
            boolean participle = s.tagged(i, "VBN") && !s.finite(i) || s.verb(i) && s.is(i + 1, "by");
            if (clauseVerb < 0 && participle && s.noun(i - 1) && !s.pronoun(i - 1) && work.at(i) == null) {
                return endingAt(i - 1);
            }
            clauseVerb = s.finite(i) ? i : clauseVerb;
            if (s.relative(i) && clauseVerb == i + 1 && s.noun(i - 1)) {
                return endingAt(i - 1);
            }
        }
        return null;
    }

    /** <i>John Smith, head of the union in the north, said</i>: a name, then no verb up to here. */
    private Range aroundApposition(int start, int last) {
        int comma = 0;
        for (int i = start - 1; i > 0 && i > start - 25; i--) {
            if (s.finite(i) || s.quote(i) || s.is(i, ":")) {
                break;
            }
            comma = s.is(i, ",") ? i : comma;
        }
        if (comma == 0 || !s.name(comma - 1) || s.name(last) && !s.preposition(start - 1)) {
            return null;
        }
        int name = phrases.startOf(comma - 1);
        boolean first = name == 0 || name == 1 && !s.preposition(0);
        return first && !s.in(name, "day") ? new Range(name, comma - 1) : null;
    }

    /** <i>In London prime minister Johnson said</i>: what a preposition opens the sentence with is not part of it. */
    private int withoutOpening(int start, int last) {
        if (start != 1 || !s.preposition(0) || !s.name(last)) {
            return start;
        }
        int name = last;
        while (name > start && s.name(name - 1)) {
            name--;
        }
        return name > start && s.tagged(name - 1, "NN") ? name - 1 : start;
    }
}

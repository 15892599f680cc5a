package org.counterclaim.attribution;

/** Noun phrases of a sentence, found from their ends: there is no parser, so what can stand before a noun decides. */
final class NounPhrases {

    private static final int DEEPEST = 6;

    private final Sentence s;

    NounPhrases(Sentence sentence) {
        this.s = sentence;
    }

    /** Where the noun phrase begins that ends at token {@code last}; -1 if none ends there. */
    int startOf(int last) {
        return startOf(last, 0);
    }

    private int startOf(int last, int depth) {
        if (!(s.noun(last) || s.in(last, "crowd")) || depth > DEEPEST) {
            return -1;
        }
        if (s.pronoun(last)) {
            return last;
        }
        int start = last;
        while ((s.modifier(start - 1) || s.quote(start - 1) && s.quoted(start) && s.modifier(start - 2))
                && !opens(start)) {
            start--;
        }
        return s.is(start - 1, "and") && s.pronoun(start - 2) ? start - 2 : withFormer(start, depth);
    }

    /** <i>members of the council</i>, <i>Smith and Jones</i>. */
    private int withFormer(int start, int depth) {
        if (s.is(start - 1, "to") && s.is(start - 2, "close") && s.noun(start - 3)) {
            return startOf(start - 3, depth + 1);
        }
        boolean aide = s.is(start - 1, "to") && (s.in(start - 2, "role") || s.in(start - 2, "group"));
        boolean joined = aide || s.is(start - 1, "of", "for", "at", "from", "in", "with", "on", "and", "&");
        if (start > 1 && joined && s.noun(start - 2) && !s.pronoun(start - 2)) {
            int longer = startOf(start - 2, depth + 1);
            return longer >= 0 ? longer : start;
        }
        return start;
    }

    private boolean opens(int i) {
        return s.tagged(i, "DT") || s.tagged(i, "PRP$") || s.possessive(i) || s.is(i, "the", "a", "an");
    }

    /** The last token of the noun phrase that begins at {@code first}; -1 if none begins there. */
    int endOf(int first) {
        return endOf(first, 0);
    }

    private int endOf(int first, int depth) {
        if (!s.has(first) || depth > DEEPEST) {
            return -1;
        }
        if (s.noun(first) && s.pronoun(first) || isSomeOfThem(first)) {
            return s.pronoun(first) ? first : first + 2;
        }
        if (s.is(first + 1, "than") && s.is(first, "more", "less", "fewer")) {
            return endOf(first + 2, depth + 1);
        }
        int end = first;
        while (goesOn(first, end)) {
            end++;
        }
        boolean named = s.is(end, "and") && s.name(end - 1) && s.name(end + 1);
        boolean longerYet = end > first && (named || s.is(end, "of", "for") && s.modifier(end + 1));
        int longer = longerYet ? endOf(end + 1, depth + 1) : -1;
        return longer > 0 ? longer : lastNoun(first, end);
    }

    private boolean isSomeOfThem(int first) {
        return s.in(first, "crowd") && s.is(first + 1, "of") && s.pronoun(first + 2);
    }

    /** <i>told reporters the alarm …</i>: after a noun an article opens another one. */
    private boolean goesOn(int first, int end) {
        boolean another = end > first && s.noun(end - 1) && (s.tagged(end, "DT") || s.tagged(end, "PRP$"));
        return s.modifier(end) && !another || end > first && s.quote(end) && (s.modifier(end + 1) || s.noun(end - 1));
    }

    private int lastNoun(int first, int end) {
        int last = end - 1;
        while (last >= first && !s.noun(last)) {
            last--;
        }
        return last >= first ? last : -1;
    }
}

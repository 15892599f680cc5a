package org.counterclaim.attribution;

/** Denials that are several words and mean none of them: <i>brushed aside the claim</i>, <i>took issue with her account</i>. */
final class PhraseCues {

    private static final int LONGEST = 4;

    private final Work work;
    private final Sentence s;
    private final Subjects subjects;
    private final Clauses clauses;

    PhraseCues(Work work, Subjects subjects, Clauses clauses) {
        this.work = work;
        this.s = work.s;
        this.subjects = subjects;
        this.clauses = clauses;
    }

    boolean at(int i) {
        if (work.at(i) != null) {
            return true;
        }
        boolean open = s.is(s.verbGroupStart(i) - 1, "to") || work.isLongQuoted(i);
        int last = open ? -1 : lastOf(i);
        boolean denies = last > 0 && isSaid(last + 1);
        Range source = denies ? subjects.of(i) : null;
        if (source == null) {
            return false;
        }
        Range cue = new Range(s.verbGroupStart(i), last);
        work.emit(Draft.Kind.VERB, cue, source, Work.tokens(last + 1, clauses.endOf(last + 1, last)));
        return true;
    }

    /** Whether somebody can deny it: <i>hit back at once</i> says nothing. */
    private boolean isSaid(int i) {
        return work.phrases.endOf(i) > 0 && !s.adverb(i) && !s.is(i, "once") || s.is(i, "this", "that", "these");
    }

    /** Its last word, of the longest that begins here; -1 if none does. */
    private int lastOf(int first) {
        StringBuilder phrase = new StringBuilder();
        int last = -1;
        for (int i = first; i < first + LONGEST && s.has(i); i++) {
            phrase.append(i == first ? "" : "-").append(s.token(i).lower());
            boolean denies = s.lexicon().has("denying-phrase", phrase.toString());
            last = denies || s.lexicon().has("refusing-phrase", phrase.toString()) ? i : last;
        }
        return last;
    }
}

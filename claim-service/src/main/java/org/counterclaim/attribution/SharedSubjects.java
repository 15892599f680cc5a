package org.counterclaim.attribution;

/** Finds the subject of a verb that shares it with an earlier one: <i>she denied it and said …</i>, <i>he spoke, adding that …</i>. */
final class SharedSubjects {

    private static final int NEAR = 25;

    /** How many verbs are asked for their subjects: enough for any sentence that somebody wrote. */
    private static final int TRIES = 4;

    private final Work work;
    private final Sentence s;
    private final Subjects subjects;

    SharedSubjects(Work work, Subjects subjects) {
        this.work = work;
        this.s = work.s;
        this.subjects = subjects;
    }

    Range of(int before, int verb, int depth) {
        int from = Math.min(before, verb - 1);
        Range source = ofEarlierCue(from, verb, s.is(before, "and", "but", "or", "then"));
        source = source != null ? source : ofEarlierFinite(from, depth);
        return source != null ? source : ofAnyVerb(from, depth);
    }

    private Range ofEarlierCue(int from, int verb, boolean coordinated) {
        for (int i = from; i >= 0; i--) {
            boolean near = !coordinated || i >= verb - NEAR;
            if (work.at(i) != null && !work.at(i).source.isEmpty() && s.finite(i) && !s.quoted(i) && near) {
                Range source = tokens(work.at(i).source.get(0));
                if (source != null && source.last() < verb) {
                    return source;
                }
            }
        }
        return null;
    }

    private Range ofEarlierFinite(int from, int depth) {
        for (int i = from, tries = 0; i >= 0 && tries < TRIES; i--) {
            if (s.verb(i) && s.finite(i) && !s.quoted(i)) {
                tries++;
                if (work.at(i) != null && !work.at(i).source.isEmpty()) {
                    return tokens(work.at(i).source.get(0));
                }
                Range source = subjects.of(s.verbGroupStart(i), i, depth + 1);
                if (source != null && !s.relative(source.first())) {
                    return source;
                }
            }
        }
        return null;
    }

    private Range ofAnyVerb(int from, int depth) {
        for (int i = from, tries = 0; i >= 0 && tries < TRIES; i--) {
            if (s.verb(i) && !s.ing(i) && !s.quoted(i) && !s.is(i - 1, "to")) {
                tries++;
                Range source = subjects.of(s.verbGroupStart(i), i, depth + 1);
                if (source != null) {
                    return source;
                }
            }
        }
        return null;
    }

    private Range tokens(Span span) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < s.size(); i++) {
            if (s.token(i).span().overlaps(span)) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return first < 0 ? null : new Range(first, last);
    }
}

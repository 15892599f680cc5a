package org.counterclaim.attribution;

/**
 * An attributing verb in its sentence.
 *
 * @param at its token
 * @param group where its verb group begins
 * @param source who says it, null if nobody is named
 * @param inverted whether the source stands after the verb: <i>"…", said she</i>
 */
record VerbCue(Sentence s, int at, int group, Range source, boolean inverted) {

    boolean speech() {
        return s.speech(at);
    }

    boolean can(String ability) {
        return s.can(at, ability);
    }

    String verb() {
        return s.cue(at);
    }

    boolean namesHearer() {
        return s.lexicon().has("person-to", verb());
    }

    /** The first token after the verb, or after a source that follows it. */
    int after() {
        return inverted ? source.last() + 1 : at + 1;
    }

    /** Where cue and source begin together. */
    int edge() {
        return inverted ? at : source != null && source.last() < group ? source.first() : group;
    }

    /** Whether a quotation ends just before: <i>"…," Smith said</i>. */
    boolean followsQuotation() {
        int edge = source != null ? source.first() : group;
        return edge > 1 && (s.quote(edge - 1) || s.is(edge - 1, ",") && s.quote(edge - 2));
    }

    VerbCue saidBy(Range who, boolean after) {
        return new VerbCue(s, at, group, who, after);
    }
}

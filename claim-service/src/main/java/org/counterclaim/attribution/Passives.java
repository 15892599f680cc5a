package org.counterclaim.attribution;

import java.util.BitSet;

/** Attributions in the passive: <i>was accused of …</i>, <i>is believed to …</i>, <i>said by officials to …</i>. */
final class Passives {

    private final Work work;
    private final Sentence s;
    private final Clauses clauses;

    Passives(Work work, Clauses clauses) {
        this.work = work;
        this.s = work.s;
        this.clauses = clauses;
    }

    boolean isPassive(int verb, int group) {
        for (int i = group; i < verb && !s.ing(verb); i++) {
            if (s.in(i, "be")) {
                return true;
            }
        }
        return s.tagged(verb, "VBN") && group == verb && s.is(verb + 1, "to", "by", "as");
    }

    void at(VerbCue cue) {
        int verb = cue.at();
        Range agent = agent(verb);
        int next = agent != null && s.is(verb + 1, "by") ? agent.last() + 1 : verb + 1;
        // of "was quoted as saying" the saying is the cue
        boolean quoted = s.is(next, "as") && s.ing(next + 1) && s.speech(next + 1);
        if (!quoted && opens(cue, next)) {
            work.emit(Draft.Kind.VERB, new Range(cue.group(), verb), agent, content(cue, next, agent));
        }
    }

    /** <i>was disputed by villagers</i>, <i>is believed to …</i>. */
    private boolean opens(VerbCue cue, int next) {
        boolean infinitive = s.is(next, "to") && (s.verb(next + 1) || s.auxiliary(next + 1));
        return infinitive && (cue.can("to") || cue.can("that"))
                || s.is(next, "that")
                || s.is(next, "as", "of") && cue.can("object")
                || s.is(cue.at() + 1, "by") && next > cue.at() + 1 && (cue.can("denies") || cue.can("questions"));
    }

    private BitSet content(VerbCue cue, int next, Range agent) {
        boolean ends = s.is(next, ".", ",", ";", "and") || !s.has(next);
        BitSet content = ends ? new BitSet() : Work.tokens(next, clauses.endOf(next, cue.at()));
        if (agent != null) {
            content.clear(agent.first() - 1);
        }
        if (cue.source() != null && !cue.inverted() && !s.is(next, "that")) {
            content.set(cue.source().first(), cue.source().last() + 1);
        }
        return content;
    }

    private Range agent(int verb) {
        for (int by = verb + 1; by < Math.min(s.size(), verb + 6); by++) {
            int end = s.is(by, "by") ? work.phrases.endOf(by + 1) : -1;
            if (end > 0) {
                return new Range(by + 1, end);
            }
        }
        return null;
    }
}

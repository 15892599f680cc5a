package org.counterclaim.attribution;

import java.util.BitSet;

/** Attributions by verbs: whose verb it is, and what is said, before it, after it, or on both sides. */
final class VerbCues {

    private final Work work;
    private final Sentence s;
    private final NounPhrases phrases;
    private final Subjects subjects;
    private final Clauses clauses;
    private final Passives passives;
    private final BothSides bothSides;
    private final Doubts doubts;

    VerbCues(Work work, Subjects subjects, Clauses clauses) {
        this.work = work;
        this.s = work.s;
        this.phrases = work.phrases;
        this.subjects = subjects;
        this.clauses = clauses;
        this.passives = new Passives(work, clauses);
        this.bothSides = new BothSides(work, clauses);
        this.doubts = new Doubts(work);
    }

    void at(int i) {
        if (s.cue(i) == null || isNoCue(i)) {
            return;
        }
        int group = s.verbGroupStart(i);
        VerbCue cue = withSource(new VerbCue(s, i, group, subjects.of(i), false));
        boolean opening = i == 0 || s.is(i - 1, "when", "if", "as", "while", "once");
        boolean asked = opening && cue.source() == null && !s.ing(i);
        if (asked || isGuess(group, i)) {
            return;
        }
        if (passives.isPassive(i, group)) {
            passives.at(cue);
        } else {
            active(cue);
        }
    }

    /** <i>may be hoping that …</i>: so the reporter thinks, and nobody has said it. */
    private boolean isGuess(int group, int verb) {
        for (int i = group; i < verb; i++) {
            if (s.is(i, "may", "might", "could", "must")) {
                return true;
            }
        }
        return false;
    }

    private boolean isNoCue(int i) {
        boolean adjective = s.noun(i + 1) && s.tagged(i, "VBN") && s.modifier(i - 1) && !s.auxiliary(i - 1);
        boolean nameless = s.is(i, "asked", "asking") && s.is(i + 1, "not") && s.is(i + 2, "to") && s.is(i + 3, "be");
        return nameless
                || s.in(i, "not-a-cue")
                || s.is(i - 1, "-")
                || s.is(i + 1, "-")
                || work.isLongQuoted(i)
                || adjective;
    }

    private VerbCue withSource(VerbCue cue) {
        int i = cue.at();
        int group = cue.group();
        boolean parted = group > 0 && (s.is(group - 1, ",", "—", "--", "?", "!") || s.quote(group - 1));
        boolean parenthesis = cue.source() != null && s.is(group - 1, ",") && !s.quote(Math.max(0, group - 2));
        if (cue.speech() && group == i && !s.ing(i) && (parted || group == 0) && s.has(i + 1) && !parenthesis) {
            int end = phrases.endOf(i + 1);
            boolean after = s.quote(group - 1) || !(s.verb(end + 1) || s.auxiliary(end + 1));
            if (end > 0 && !s.is(i + 1, "that") && after) {
                return cue.saidBy(new Range(i + 1, end), true);
            }
        }
        return s.ing(i) && group == 0 && cue.source() == null ? cue.saidBy(afterOpening(i), false) : cue;
    }

    /** <i>Speaking of the war, Smith left</i>. */
    private Range afterOpening(int i) {
        for (int comma = i + 2; comma < s.size(); comma++) {
            int end = s.is(comma, ",") ? phrases.endOf(comma + 1) : -1;
            if (end > 0 && (s.finite(end + 1) || s.adverb(end + 1) && s.finite(end + 2))) {
                return new Range(comma + 1, end);
            }
        }
        return null;
    }

    private void active(VerbCue cue) {
        RightSide side = RightSide.of(work, clauses, cue);
        boolean topic = isTopic(cue, side.start());
        int right = topic ? cue.at() + 1 : side.start();
        BitSet content = bothSides.extracted(cue, right);
        content = content == null ? bothSides.asClause(cue) : content;
        if (content == null) {
            right = !topic && doubts.isDoubtful(cue, side, right) ? -1 : right;
            content = sides(cue, right, side.medial());
        }
        content = content == null || content.isEmpty() ? nearest(cue) : content;
        if (content != null && (!isLoose(cue) || opensSpeech(right))) {
            work.emit(Draft.Kind.VERB, new Range(cue.group(), cue.at()), cue.source(), content);
        }
    }

    /** <i>an agency to report it to</i>, <i>she started writing</i>: nobody has said anything yet. */
    private boolean isLoose(VerbCue cue) {
        int group = cue.group();
        if (s.ing(cue.at()) && group == cue.at()) {
            return group > 0
                    && !s.is(
                            group - 1, ",", ";", "and", "or", "by", "in", "after", "before", "while", "when", "without",
                            "as")
                    && !s.dash(group - 1);
        }
        if (group == cue.at() && s.token(group).tag().equals("VB") && s.is(group - 1, "and", "or")) {
            return true;
        }
        boolean infinitive = s.is(group - 1, "to");
        boolean begun = infinitive && (s.can(group - 2, "to") || s.is(group - 2, "went", "on", "began", "continued"));
        return infinitive && !begun;
    }

    private boolean opensSpeech(int right) {
        return s.is(right, "that") || s.quote(right) || s.is(right - 1, ":");
    }

    /** <i>warned of …</i>, <i>called for …</i>. */
    private boolean isTopic(VerbCue cue, int right) {
        String pair =
                cue.verb() + "-" + (s.has(cue.at() + 1) ? s.token(cue.at() + 1).lower() : "");
        return s.lexicon().has("preposition-cue", pair)
                && !cue.followsQuotation()
                && !s.is(right, "that")
                && !s.quote(right)
                && !cue.inverted();
    }

    private BitSet sides(VerbCue cue, int right, boolean medial) {
        LeftSide left = new LeftSide(work, cue, right);
        boolean both = medial || cue.inverted();
        boolean usual = !cue.can("often") || work.tail < cue.at();
        boolean around = medial && s.finite(right) && !s.hasVerb(0, Math.max(0, cue.edge() - 1));
        boolean clause = (left.isClause() || around) && usual && (right < 0 || both);
        boolean onLeft = left.open() && (left.isQuotation() || clause);
        if (onLeft && (both || right < 0 || left.isQuotation() && !s.is(right, "that"))) {
            BitSet content = left.content();
            boolean goesOn = right >= 0 && (s.quote(right) || medial && !left.isQuotation());
            content.or(Work.tokens(goesOn ? right : s.size(), s.size()));
            return content;
        }
        return right >= 0 && (!medial || left.open() || s.quote(right)) ? rightOnly(cue, right) : null;
    }

    private BitSet rightOnly(VerbCue cue, int right) {
        BitSet content = Work.tokens(right, clauses.endOf(right, cue.at()));
        if (s.quote(right) && (s.is(right - 1, ",") || s.is(right - 1, ":"))) {
            int close = right + 1;
            while (close < s.size() && !s.quote(close)) {
                close++;
            }
            int another = close + 1;
            while (another < s.size() && !s.quote(another)) {
                another++;
            }
            if (close + 1 < s.size() && another >= s.size()) {
                content.clear(close + 1, s.size());
            }
        }
        return content;
    }

    /** Nothing is said in the sentence where it is looked for: a quotation that stands beside the cue is. */
    private BitSet nearest(VerbCue cue) {
        return cue.speech() ? new NearestQuotation(work, cue).content() : null;
    }
}

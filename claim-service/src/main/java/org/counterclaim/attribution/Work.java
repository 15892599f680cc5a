package org.counterclaim.attribution;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** One sentence while the rules go through it: what stands in it, and what they have found so far. */
final class Work {

    /** A quotation that is longer than a name or a word that is held at arm's length. */
    static final int LONG = 15;

    final Story story;
    final Sentence s;
    final NounPhrases phrases;
    final int tail;
    private final Draft[] at;
    private final List<Draft> found = new ArrayList<>();

    /**
     * A sentence that nothing was found in yet.
     *
     * @param tail where <i>", NP said."</i> begins at its end; its size if it does not end so
     */
    Work(Story story, Sentence sentence, int tail) {
        this.story = story;
        this.s = sentence;
        this.phrases = new NounPhrases(sentence);
        this.tail = tail;
        this.at = new Draft[sentence.size()];
    }

    List<Draft> found() {
        return found;
    }

    /** What is attributed by the word at token i, null if nothing is. */
    Draft at(int i) {
        return i >= 0 && i < at.length ? at[i] : null;
    }

    boolean isLongQuoted(int i) {
        Span quotation = s.quoted(i) ? story.quotationAt(s.token(i).start()) : null;
        return quotation != null
                && (quotation.length() > LONG || quotation.of(story.text()).indexOf(' ') > 0);
    }

    /** Keeps what a rule has found, unless nothing is said. */
    void emit(Draft.Kind kind, Range cue, Range source, BitSet content) {
        Draft draft = new Draft(kind, s.number(), word(cue.last()));
        content.clear(cue.first(), cue.last() + 1);
        if (source != null) {
            content.clear(source.first(), source.last() + 1);
            draft.source.add(s.span(source.first(), source.last()));
        }
        draft.cue.add(s.span(cue.first(), cue.last()));
        Spans.of(s, content).forEach(draft.content::add);
        if (draft.content.isEmpty()) {
            return;
        }
        Spans.extend(draft, story);
        found.add(draft);
        at[cue.last()] = draft;
    }

    /** A quotation that stands in other sentences than its cue. */
    void emitQuotation(VerbCue cue, Span quotation) {
        Draft draft = new Draft(Draft.Kind.VERB, s.number(), cue.verb());
        if (cue.source() != null) {
            draft.source.add(s.span(cue.source().first(), cue.source().last()));
        }
        draft.cue.add(s.token(cue.at()).span());
        draft.content.add(quotation);
        draft.remote = true;
        found.add(draft);
        at[cue.at()] = draft;
    }

    private String word(int i) {
        return s.cue(i) == null ? s.token(i).lower() : s.cue(i);
    }

    static BitSet tokens(int from, int end) {
        BitSet tokens = new BitSet();
        if (from < end) {
            tokens.set(Math.max(0, from), end);
        }
        return tokens;
    }
}

package org.counterclaim.attribution;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Turns tokens into stretches of the text. */
final class Spans {

    private Spans() {}

    /** Each run of tokens, without the marks that only part it from what stands around it. */
    static List<Span> of(Sentence s, BitSet tokens) {
        List<Span> spans = new ArrayList<>();
        for (int from = tokens.nextSetBit(0); from >= 0; ) {
            int end = tokens.nextClearBit(from);
            int first = from;
            int last = end - 1;
            while (first <= last && parts(s, first)) {
                first++;
            }
            while (last > first && (parts(s, last) || s.is(last, ".") && !s.quote(last))) {
                last--;
            }
            if (first <= last && hasWord(s, first, last)) {
                spans.add(s.span(first, last));
            }
            from = tokens.nextSetBit(end);
        }
        return spans;
    }

    private static boolean hasWord(Sentence s, int first, int last) {
        for (int i = first; i <= last; i++) {
            if (Character.isLetter(s.token(i).form().codePointAt(0))) {
                return true;
            }
        }
        return false;
    }

    private static boolean parts(Sentence s, int i) {
        return s.is(i, ",", ";", ":") || s.dash(i);
    }

    /** A quotation is attributed whole, with its marks, wherever its sentences end. */
    static void extend(Draft draft, Story story) {
        for (int i = 0; i < draft.content.size() && !isInsideQuotation(draft, story); i++) {
            Span content = draft.content.get(i);
            Span first = story.quotationAt(content.start());
            Span last = story.quotationAt(content.end() - 1);
            Span whole = content;
            whole = first != null && !draft.isCuedIn(first) ? whole.with(first) : whole;
            whole = last != null && !draft.isCuedIn(last) ? whole.with(last) : whole;
            draft.content.set(i, whole);
        }
        merge(draft.content);
    }

    private static boolean isInsideQuotation(Draft draft, Story story) {
        Span around = story.quotationAt(draft.cueStart());
        return around != null && around.length() > Work.LONG;
    }

    /** Leaves no two that overlap or touch. */
    static void merge(List<Span> spans) {
        spans.sort((a, b) -> Integer.compare(a.start(), b.start()));
        for (int i = spans.size() - 1; i > 0; i--) {
            if (spans.get(i - 1).end() >= spans.get(i).start()) {
                spans.set(i - 1, spans.get(i - 1).with(spans.remove(i)));
            }
        }
    }
}

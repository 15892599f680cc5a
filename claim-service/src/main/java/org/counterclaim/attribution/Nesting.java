package org.counterclaim.attribution;

import java.util.ArrayList;
import java.util.List;

/** Speech within speech: what a speaker says that somebody else said, or knows, or suspects. */
final class Nesting {

    private Nesting() {}

    /** Gives each that is cued within another one's content that one as its parent. */
    static void apply(List<Draft> drafts) {
        for (Draft inner : drafts) {
            for (Draft outer : drafts) {
                boolean near = Math.abs(inner.sentence - outer.sentence) < 2;
                if (inner != outer && near && isWithin(inner, outer) && !isWithin(outer, inner)) {
                    inner.parent = smaller(inner.parent, outer);
                }
            }
        }
    }

    private static boolean isWithin(Draft inner, Draft outer) {
        return outer.content.stream().anyMatch(span -> span.contains(inner.cue.get(0)));
    }

    private static Draft smaller(Draft one, Draft other) {
        return one == null || length(other) < length(one) ? other : one;
    }

    private static int length(Draft draft) {
        return draft.content.stream().mapToInt(Span::length).sum();
    }

    /** What the words of a quotation attribute in their turn. */
    static List<Draft> within(Draft outer, Story story) {
        List<Draft> found = new ArrayList<>();
        for (Span content : outer.content) {
            Span quotation = story.quotationAt(content.start());
            if (quotation != null && quotation.length() > Work.LONG) {
                parts(quotation, story).stream()
                        .flatMap(part -> SentenceRules.apply(story, part).stream())
                        .filter(draft -> isInside(draft, quotation))
                        .forEach(found::add);
            }
        }
        found.forEach(draft -> draft.parent = outer);
        return found;
    }

    private static boolean isInside(Draft draft, Span quotation) {
        return quotation.contains(draft.cue.get(0))
                && (!draft.source.isEmpty() || draft.kind == Draft.Kind.NOUN)
                && draft.content.stream().allMatch(quotation::contains);
    }

    /** The sentences of a quotation, as if they were not quoted. */
    private static List<Sentence> parts(Span quotation, Story story) {
        List<Sentence> parts = new ArrayList<>();
        Sentence sentence = story.sentenceAt(quotation.start());
        int number = sentence == null ? 0 : sentence.number();
        for (; number < story.sentences().size(); number++) {
            Sentence whole = story.sentences().get(number);
            if (whole.span().start() >= quotation.end()) {
                break;
            }
            List<Token> inside = whole.tokens().stream()
                    .filter(token -> quotation.contains(token.span()) && !isMark(token, quotation))
                    .map(Token::unquoted)
                    .toList();
            if (inside.size() > 2) {
                parts.add(new Sentence(inside, whole.lexicon(), number));
            }
        }
        return parts;
    }

    private static boolean isMark(Token token, Span quotation) {
        return token.start() == quotation.start() || token.end() == quotation.end() && !token.isWord();
    }
}

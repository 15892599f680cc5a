package org.counterclaim.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A text, cut and tagged. */
final class Story {

    private final String text;
    private final int readTo;
    private final List<Span> quotations;
    private final List<Sentence> sentences;
    private final TreeMap<Integer, Sentence> byStart = new TreeMap<>();
    private final TreeMap<Integer, Span> quotationByStart = new TreeMap<>();

    /**
     * A story.
     *
     * @param readTo where the reading ended: before the end of the text if there is more of it than is read
     */
    Story(String text, int readTo, List<Span> quotations, List<Sentence> sentences) {
        this.text = text;
        this.readTo = readTo;
        this.quotations = quotations;
        this.sentences = sentences;
        sentences.forEach(sentence -> byStart.put(sentence.span().start(), sentence));
        quotations.forEach(quotation -> quotationByStart.put(quotation.start(), quotation));
    }

    String text() {
        return text;
    }

    int readTo() {
        return readTo;
    }

    List<Span> quotations() {
        return quotations;
    }

    List<Sentence> sentences() {
        return sentences;
    }

    /** The sentence that this offset is in, or the one before it; null before the first. */
    Sentence sentenceAt(int offset) {
        var entry = byStart.floorEntry(offset);
        return entry == null ? null : entry.getValue();
    }

    /** The quotation around this offset, null outside of quotations. */
    Span quotationAt(int offset) {
        var entry = quotationByStart.floorEntry(offset);
        return entry != null && entry.getValue().contains(offset) ? entry.getValue() : null;
    }

    /** The quotation that ends last before or at this offset; null if there is none. */
    Span quotationBefore(int offset) {
        var entry = quotationByStart.lowerEntry(offset);
        while (entry != null && entry.getValue().end() > offset) {
            entry = quotationByStart.lowerEntry(entry.getKey());
        }
        return entry == null ? null : entry.getValue();
    }

    /** The quotation that begins first at or after this offset; null if there is none. */
    Span quotationAfter(int offset) {
        var entry = quotationByStart.ceilingEntry(offset);
        return entry == null ? null : entry.getValue();
    }

    /** The tokens of a stretch. */
    List<Token> tokensIn(Span span) {
        List<Token> tokens = new ArrayList<>();
        Sentence sentence = sentenceAt(span.start());
        int number = sentence == null ? 0 : sentence.number();
        while (number < sentences.size() && sentences.get(number).span().start() < span.end()) {
            sentences.get(number).tokens().stream()
                    .filter(token -> span.contains(token.span()))
                    .forEach(tokens::add);
            number++;
        }
        return tokens;
    }

    /** Whether a new paragraph begins between two offsets. */
    boolean isParted(int from, int to) {
        int line = text.indexOf('\n', from);
        return line >= 0 && line < to;
    }
}

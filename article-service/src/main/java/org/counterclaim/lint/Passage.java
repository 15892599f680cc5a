package org.counterclaim.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Flag;

/**
 * One section of a story, as the linter reads it.
 *
 * @param kind what it is to the rules
 */
public record Passage(String id, Kind kind, String text) {

    /** What a section is to the rules. */
    public enum Kind {
        HEADLINE,
        BODY,

        /** Somebody's words from beginning to end, with marks around them or without. */
        QUOTATION,
        CITATIONS
    }

    /** The space between two sentences. */
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…][\"”’»)]?(\\s+)(?=[\"“„«(\\[]?[\\p{Lu}\\d])");

    /** Ends no sentence, although a capital letter follows. */
    private static final Pattern ABBREVIATION =
            Pattern.compile("\\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|St|No|vs|[A-Z])\\.$");

    private static final int LONGEST_ABBREVIATION = 8;

    /** Words in quotation marks; those that nobody closes go on to the end, as in a quotation of several paragraphs. */
    private static final Pattern QUOTATION =
            Pattern.compile("\"[^\"]*(?:\"|$)|“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)");

    /** A stretch of a text, in UTF-16 units. */
    record Stretch(int start, int end) {

        static Stretch of(MatchResult match) {
            return new Stretch(match.start(), match.end());
        }

        boolean holds(int at) {
            return start <= at && at < end;
        }
    }

    List<Stretch> quotations() {
        return kind == Kind.QUOTATION
                ? List.of(new Stretch(0, text.length()))
                : QUOTATION.matcher(text).results().map(Stretch::of).toList();
    }

    /** Where a pattern matches outside of quotations: the story's own words. */
    Stream<Stretch> inOwnWords(Pattern pattern) {
        List<Stretch> quotations = quotations();
        return pattern.matcher(text)
                .results()
                .map(Stretch::of)
                .filter(found -> quotations.stream().noneMatch(quotation -> quotation.holds(found.start())));
    }

    List<Stretch> sentences() {
        List<Stretch> sentences = new ArrayList<>();
        int start = 0;
        Matcher end = SENTENCE_END.matcher(text);
        while (end.find()) {
            String last = text.substring(Math.max(start, end.start() - LONGEST_ABBREVIATION), end.start(1));
            if (!ABBREVIATION.matcher(last).find()) {
                sentences.add(new Stretch(start, end.start(1)));
                start = end.end(1);
            }
        }
        sentences.add(new Stretch(start, text.length()));
        return sentences;
    }

    String words(Stretch stretch) {
        return text.substring(stretch.start, stretch.end);
    }

    /** A flag on these words. */
    Flag flag(String code, Stretch stretch, String detail) {
        return Flag.warningAt(code, span(stretch), detail);
    }

    Flag.Span span(Stretch stretch) {
        int start = text.codePointCount(0, stretch.start);
        return new Flag.Span(id, start, start + text.codePointCount(stretch.start, stretch.end), words(stretch));
    }
}

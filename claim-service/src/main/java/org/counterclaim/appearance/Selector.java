package org.counterclaim.appearance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import org.counterclaim.story.ArticleText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;

/**
 * Points at a stretch of a section's text, by its words and by its place (W3C Web Annotation, TextQuoteSelector and
 * TextPositionSelector).
 */
public record Selector(
        @NotNull @Valid @Schema(required = true) Quote quote,
        @NotNull @Valid @Schema(required = true) Position position) {

    /** How much of the text around a quote is kept, in code points. */
    static final int CONTEXT = 32;

    /**
     * @param exact the words themselves
     * @param prefix what stands before them, up to 32 code points; filled in by the service
     * @param suffix what stands after them, likewise
     */
    @Schema(name = "TextQuoteSelector")
    public record Quote(
            @NotEmpty @CodePointLength(max = 2000) @Schema(required = true)
            String exact,

            @CodePointLength(max = CONTEXT) String prefix,
            @CodePointLength(max = CONTEXT) String suffix) {}

    /**
     * @param start first code point, from 0
     * @param end the one after the last
     */
    @Schema(name = "TextPositionSelector")
    public record Position(
            @Min(0) @Max(1_000_000) @Schema(required = true) int start,

            @Min(1) @Max(1_000_000) @Schema(required = true) int end) {}

    /** This selector with its context, if the section says there what is quoted, with the context it was given. */
    Optional<Selector> on(ArticleText.Section section) {
        int start = position.start;
        int end = position.end;
        return section.slice(start, end)
                .filter(quote.exact::equals)
                .map(exact -> new Quote(
                        exact,
                        section.slice(Math.max(0, start - CONTEXT), start).orElse(""),
                        section.slice(end, Math.min(section.length(), end + CONTEXT))
                                .orElse("")))
                .filter(found -> isEnd(quote.prefix, found.prefix) && isBeginning(quote.suffix, found.suffix))
                .map(found -> new Selector(found, position));
    }

    /** What points at a stretch of this section, with its context. */
    static Selector at(ArticleText.Section section, int start, int end) {
        String exact = section.slice(start, end).orElseThrow();
        return new Selector(new Quote(exact, null, null), new Position(start, end))
                .on(section)
                .orElseThrow();
    }

    /** Whether the section says there, word for word, what is quoted, with the same around it. */
    boolean isAsQuotedIn(ArticleText.Section section) {
        String said = quote.prefix + quote.exact + quote.suffix;
        int before = quote.prefix.codePointCount(0, quote.prefix.length());
        int after = quote.suffix.codePointCount(0, quote.suffix.length());
        return section.slice(position.start - before, position.end + after)
                        .filter(said::equals)
                        .isPresent()
                && (after == CONTEXT || position.end + after == section.length());
    }

    private static boolean isEnd(String given, String found) {
        return given == null || found.endsWith(given);
    }

    private static boolean isBeginning(String given, String found) {
        return given == null || found.startsWith(given);
    }
}

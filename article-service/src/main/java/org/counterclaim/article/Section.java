package org.counterclaim.article;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.CosineSimilarity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One stretch of an article's text. Selectors count its Unicode code points.
 *
 * @param id stable over the article's revisions; given by the service when absent
 * @param role what the text is in the article
 * @param text plain text
 */
public record Section(
        @Pattern(regexp = "s(0|[1-9]\\d{0,8})") String id,
        @NotNull @Schema(required = true) Role role,

        @NotBlank @Size(max = 50_000) @Schema(required = true)
        String text)
        implements Part<Section> {

    private static final CosineSimilarity WORDS = new CosineSimilarity();

    /** How alike the words of two versions of one section are at least (cosine of their counts). */
    private static final double SLIGHTLY_CHANGED = 0.8;

    /** What a section is. */
    public enum Role {
        HEADLINE,
        PARAGRAPH,
        HEADING,
        QUOTE,
        CAPTION,
        LIST,
        SOURCES
    }

    @Override
    public Section withNumber(int number) {
        return new Section("s" + number, role, text);
    }

    @Override
    public boolean isSame(Section other) {
        return role == other.role && text.equals(other.text);
    }

    @Override
    public boolean resembles(Section other) {
        return role == other.role && WORDS.cosineSimilarity(words(text), words(other.text)) >= SLIGHTLY_CHANGED;
    }

    private static Map<CharSequence, Integer> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .collect(Collectors.toMap(word -> word, word -> 1, Integer::sum));
    }
}

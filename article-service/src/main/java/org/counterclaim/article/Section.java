package org.counterclaim.article;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
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
    public Object essence() {
        return List.of(role, text);
    }

    @Override
    public Likeness likeness() {
        return new TextLikeness(text);
    }
}

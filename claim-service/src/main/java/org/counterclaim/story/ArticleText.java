package org.counterclaim.story;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.editorial.EditorialStatus;

/**
 * An article as article-service answers it: its text, and when who may see it.
 *
 * @param id id of the article
 * @param revision which revision the text is of
 * @param sections in the order of the article
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ArticleText(
        String id,
        int revision,
        EditorialStatus editorialStatus,
        Instant embargoedUntil,
        Instant expires,
        Instant updatedAt,
        List<Section> sections) {

    public ArticleText {
        sections = sections == null ? List.of() : sections;
    }

    /** Whether anonymous readers see the article. */
    boolean isPublic(Instant now) {
        return editorial().isPublic(embargoedUntil, expires, now);
    }

    private Editorial editorial() {
        return new Editorial(editorialStatus, List.of(), null);
    }

    /** One stretch of the text; selectors count its Unicode code points. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Section(String id, String text) {

        /** The text between two offsets in code points, empty if the section does not reach so far. */
        public Optional<String> slice(int start, int end) {
            if (start < 0 || end <= start || end > length()) {
                return Optional.empty();
            }
            int from = text.offsetByCodePoints(0, start);
            return Optional.of(text.substring(from, text.offsetByCodePoints(from, end - start)));
        }

        /** Length in code points. */
        public int length() {
            return text.codePointCount(0, text.length());
        }
    }

    /** The section of this id. */
    public Optional<Section> section(String sectionId) {
        return sections.stream()
                .filter(section -> section.id().equals(sectionId))
                .findFirst();
    }
}

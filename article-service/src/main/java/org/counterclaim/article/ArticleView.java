package org.counterclaim.article;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.http.Representation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An article as it is read.
 *
 * @param id {@code art_} and a ULID
 * @param revision counts the changes, from 1
 * @param notice the public note of a retraction
 * @param corrections what readers were told of changes, the first first
 */
@JsonPropertyOrder({"id", "revision", "editorialStatus", "notice", "slug"})
@Schema(name = "Article")
public record ArticleView(
        @Schema(required = true) String id,
        @Schema(required = true) int revision,
        @Schema(required = true) EditorialStatus editorialStatus,
        String notice,
        @JsonUnwrapped ArticleContent content,
        @Schema(required = true) List<Correction> corrections,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    static ArticleView of(Article article) {
        return new ArticleView(
                article.id(),
                article.revision(),
                article.editorial().status(),
                article.editorial().notice(),
                article.content(),
                article.corrections(),
                article.createdAt(),
                article.updatedAt());
    }

    static Representation<ArticleView> representation(Article article) {
        return Representation.of(of(article), article.revision(), article.updatedAt());
    }
}

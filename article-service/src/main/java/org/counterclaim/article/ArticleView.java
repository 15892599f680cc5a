package org.counterclaim.article;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.http.Representation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An article as it is read.
 *
 * @param id {@code art_} and a ULID
 * @param revision counts the changes, from 1
 * @param notice the public note of a retraction
 */
@JsonPropertyOrder({"id", "revision", "editorialStatus", "notice", "slug"})
@Schema(name = "Article")
record ArticleView(
        @Schema(required = true) String id,
        @Schema(required = true) int revision,
        @Schema(required = true) EditorialStatus editorialStatus,
        String notice,
        @JsonUnwrapped ArticleContent content,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    static ArticleView of(Article article) {
        return new ArticleView(
                article.id(),
                article.revision(),
                article.editorial().status(),
                article.editorial().notice(),
                article.content(),
                article.createdAt(),
                article.updatedAt());
    }

    static Representation<ArticleView> representation(Article article) {
        return Representation.of(of(article), article.revision(), article.updatedAt());
    }
}

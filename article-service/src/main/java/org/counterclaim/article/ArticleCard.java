package org.counterclaim.article;

import java.time.Instant;
import java.util.List;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.time.PartialDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An article in a list: enough to choose one, without its text. */
@Schema(name = "ArticleCard")
record ArticleCard(
        @Schema(required = true) String id,
        @Schema(required = true) String slug,
        String url,
        @Schema(required = true) String headline,
        String standfirst,
        ArticleContent.Image image,
        @Schema(required = true) String inLanguage,
        @Schema(required = true) PartialDate datePublished,
        String articleSection,
        List<String> keywords,
        @Schema(required = true) EditorialStatus editorialStatus,
        @Schema(required = true) int revision,
        @Schema(required = true) Instant updatedAt) {

    /** Tells it from all that it was before. */
    String version() {
        return id + ":" + revision;
    }

    static ArticleCard of(Article article) {
        ArticleContent content = article.content();
        return new ArticleCard(
                article.id(),
                article.slug(),
                content.url(),
                content.headline(),
                content.standfirst(),
                content.image(),
                content.inLanguage(),
                content.datePublished(),
                content.articleSection(),
                content.keywords(),
                article.editorial().status(),
                article.revision(),
                article.updatedAt());
    }
}

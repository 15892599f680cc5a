package org.counterclaim.linked;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.counterclaim.appearance.AppearanceContent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A text that a claim appears in, in the words of schema.org.
 *
 * @param identifier id of one of our articles
 * @param url address of a text elsewhere
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "ClaimAppearance")
public record Work(
        @JsonProperty("@type") @Schema(required = true) String type,
        @JsonProperty("@id") String uri,
        String identifier,
        String url,
        String archivedAt,
        String datePublished,
        Named author) {

    public static Work of(AppearanceContent appearance) {
        if (appearance.articleId() != null) {
            String article = appearance.articleId();
            return new Work("NewsArticle", Uris.of(article), article, null, null, null, null);
        }
        return new Work(
                "CreativeWork",
                null,
                null,
                appearance.url(),
                appearance.archivedUrl(),
                appearance.datePublished() == null
                        ? null
                        : appearance.datePublished().value(),
                appearance.author() == null ? null : new Named(null, null, appearance.author(), null, null));
    }
}

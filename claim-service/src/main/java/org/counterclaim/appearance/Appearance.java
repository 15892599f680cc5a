package org.counterclaim.appearance;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.github.f4b6a3.ulid.UlidCreator;
import java.util.function.Predicate;
import org.counterclaim.story.ArticleText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A place where something is said, under an id.
 *
 * @param id {@code app_} and a ULID
 */
public record Appearance(
        @Schema(required = true) String id, @JsonUnwrapped AppearanceContent content) {

    /** What an id begins with. */
    public static final String PREFIX = "app_";

    /** A new one. */
    public static Appearance of(AppearanceContent content) {
        return new Appearance(PREFIX + UlidCreator.getMonotonicUlid(), content);
    }

    /** The article it stands in; null if it stands elsewhere. */
    public String articleId() {
        return content.articleId();
    }

    public boolean isIn(String article) {
        return article.equals(content.articleId());
    }

    /** Whether a reader may see it who sees these articles: what stands elsewhere is not ours to hide. */
    public boolean isShown(Predicate<String> articles) {
        return content.articleId() == null || articles.test(content.articleId());
    }

    /** Whether the text says there, word for word, what is quoted, with the same around it: no need to look for it. */
    public boolean isAsQuotedIn(ArticleText text) {
        return text.section(content.sectionId())
                .filter(content.selector()::isAsQuotedIn)
                .isPresent();
    }

    /**
     * The same, quoted as a newer text has it.
     *
     * @param anchor where it stands in that text
     */
    public Appearance at(Anchor anchor, ArticleText text) {
        ArticleText.Section section = text.section(anchor.sectionId()).orElseThrow();
        Selector found = Selector.at(section, anchor.start(), anchor.end());
        return new Appearance(id, content.with(text.revision(), section.id(), found));
    }
}

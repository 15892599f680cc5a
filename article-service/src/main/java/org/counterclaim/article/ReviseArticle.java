package org.counterclaim.article;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.json.ContentPatch;
import org.counterclaim.kit.security.Caller;

/** Writes the next revision of an article's content. */
@ApplicationScoped
class ReviseArticle {

    private final Articles articles;
    private final ContentPatch patches;
    private final Clock clock;

    ReviseArticle(Articles articles, ContentPatch patches, Clock clock) {
        this.articles = articles;
        this.patches = patches;
        this.clock = clock;
    }

    /** With some members changed. */
    Uni<Article> patched(Edit edit, JsonNode patch, Caller writer) {
        return with(edit, current -> patches.apply(current, ArticleContent.class, patch), writer);
    }

    /** @param content makes the next content of the current one */
    Uni<Article> with(Edit edit, UnaryOperator<ArticleContent> content, Caller writer) {
        Change change = edit.by(writer);
        return articles.getForWrite(edit.id).chain(article -> {
            Preconditions.requireMatch(edit.ifMatch, article.revision());
            Editorial written = article.editorial().written(writer, change);
            Article next = article.revised(content.apply(article.content()), written, clock.instant());
            return articles.replace(next, change);
        });
    }
}

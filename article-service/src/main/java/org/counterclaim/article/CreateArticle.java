package org.counterclaim.article;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.idempotency.Once;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.kit.store.Duplicate;

/** Keeps a first draft. */
@ApplicationScoped
class CreateArticle {

    private final Articles articles;
    private final Clock clock;

    CreateArticle(Articles articles, Clock clock) {
        this.articles = articles;
        this.clock = clock;
    }

    Uni<Article> from(ArticleContent content, Caller writer, Once once) {
        return once.make("art_", id -> draft(id, content, writer), articles::created);
    }

    private Uni<Article> draft(String id, ArticleContent content, Caller writer) {
        if (content.slug() != null) {
            return insert(id, content.slug(), content, writer)
                    .onFailure(Duplicate::is)
                    .transform(taken -> Articles.slugTaken());
        }
        return insert(id, Slugs.of(content.headline(), id), content, writer)
                .onFailure(Duplicate::is)
                .recoverWithUni(() -> insert(id, Slugs.distinct(content.headline(), id), content, writer));
    }

    private Uni<Article> insert(String id, String slug, ArticleContent content, Caller writer) {
        Article first = Article.drafted(id, slug, content, Editorial.draftBy(writer), clock.instant());
        return articles.insert(first, Change.ofContent(writer, null, null));
    }
}

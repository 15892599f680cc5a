package org.counterclaim.article;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.security.Caller;

/** Writes the next revision of an article's content. */
@ApplicationScoped
class ReviseArticle {

    private final Articles articles;
    private final Clock clock;

    ReviseArticle(Articles articles, Clock clock) {
        this.articles = articles;
        this.clock = clock;
    }

    Uni<Article> with(String id, String ifMatch, ArticleContent content, Change change, Caller writer) {
        return articles.getForWrite(id).chain(article -> {
            Preconditions.requireMatch(ifMatch, article.revision());
            Article next = article.revised(content, article.editorial().written(writer, change), clock.instant());
            return articles.replace(next, change);
        });
    }
}

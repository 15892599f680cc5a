package org.counterclaim.article;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.editorial.Transition;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.security.Caller;

/** Moves an article to another editorial status. */
@ApplicationScoped
class MoveArticle {

    private final Articles articles;
    private final Clock clock;

    MoveArticle(Articles articles, Clock clock) {
        this.articles = articles;
        this.clock = clock;
    }

    Uni<Article> by(String id, String ifMatch, Transition move, Caller caller) {
        return articles.getForWrite(id).chain(article -> {
            Preconditions.requireMatch(ifMatch, article.revision());
            Editorial moved = article.editorial().moved(move, caller, ArticleFlags.of(article));
            requireText(article, move);
            return articles.replace(article.moved(moved, clock.instant()), Change.ofMove(caller, move));
        });
    }

    private static void requireText(Article article, Transition move) {
        if (move.to() == EditorialStatus.IN_REVIEW
                && article.content().sections().isEmpty()) {
            throw article.editorial().refused("A review needs at least one section of text.");
        }
    }
}

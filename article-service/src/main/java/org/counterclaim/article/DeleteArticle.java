package org.counterclaim.article;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.security.Caller;

/** Ends a draft; what was published is withheld, retracted or removed instead. */
@ApplicationScoped
class DeleteArticle {

    private final Articles articles;
    private final Clock clock;

    DeleteArticle(Articles articles, Clock clock) {
        this.articles = articles;
        this.clock = clock;
    }

    Uni<Void> by(String id, String ifMatch, Caller editor) {
        return articles.getForWrite(id).chain(article -> {
            Preconditions.requireMatch(ifMatch, article.revision());
            if (article.editorial().status() != EditorialStatus.DRAFT) {
                throw article.editorial().refused("Only a draft is deleted.");
            }
            return articles.delete(article.ended(clock.instant()), Change.ofDeletion(editor));
        });
    }
}

package org.counterclaim.article;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.idempotency.Once;
import org.counterclaim.kit.security.Caller;

/** Tells readers of a change to a published article; they see it with the article from then on. */
@ApplicationScoped
class CorrectArticle {

    private final Articles articles;
    private final Clock clock;

    CorrectArticle(Articles articles, Clock clock) {
        this.articles = articles;
        this.clock = clock;
    }

    /** The revision that the correction came with. */
    Uni<Article> by(String id, String ifMatch, CorrectionContent content, Caller editor, Once once) {
        return once.make(
                Correction.PREFIX,
                correctionId -> correct(id, ifMatch, content, editor, correctionId),
                correctionId -> articles.withCorrection(id, correctionId));
    }

    private Uni<Article> correct(
            String id, String ifMatch, CorrectionContent content, Caller editor, String correctionId) {
        Change change = Change.ofContent(editor, content.type().name().toLowerCase(Locale.ROOT), content.text());
        return articles.getForWrite(id).chain(article -> {
            Preconditions.requireMatch(ifMatch, article.revision());
            if (article.editorial().status() != EditorialStatus.PUBLISHED) {
                throw article.editorial().refused("Only what is published is corrected.");
            }
            return between(article, content, correctionId)
                    .map(correction ->
                            article.corrected(correction, article.editorial().written(editor, change), clock.instant()))
                    .chain(next -> articles.replace(next, change));
        });
    }

    private Uni<Correction> between(Article article, CorrectionContent content, String correctionId) {
        return published(article, content.to(article))
                .chain(to -> published(article, content.from(article))
                        .map(from -> content.between(
                                from == null && content.fromRevision() == null ? to : from,
                                to,
                                correctionId,
                                clock.instant())));
    }

    /** That revision, null if readers never had it. */
    private Uni<Article> published(Article article, int revision) {
        return articles.findRevision(article.id(), revision)
                .map(found -> found == null || !found.wasPublic() ? null : found);
    }
}

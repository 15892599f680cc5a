package org.counterclaim.article;

import java.time.Instant;
import java.util.List;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.editorial.Transition.Acknowledgement;
import org.counterclaim.kit.store.Recorded;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One revision in a list.
 *
 * @param changeType what kind of change made it
 * @param by subject of who made it; for the newsroom alone, as are the reason and what was acknowledged
 */
@Schema(name = "ArticleRevision")
record ArticleRevision(
        @Schema(required = true) int revision,
        @Schema(required = true) Instant updatedAt,
        @Schema(required = true) EditorialStatus editorialStatus,
        @Schema(required = true) String headline,
        @Schema(required = true) Change.Type changeType,
        String by,
        String reason,
        List<Acknowledgement> acknowledged) {

    static ArticleRevision of(Recorded<Article> recorded, boolean newsroom) {
        Article article = recorded.thing();
        Change change = recorded.change();
        return new ArticleRevision(
                article.revision(),
                article.updatedAt(),
                article.editorial().status(),
                article.content().headline(),
                change.type(),
                newsroom ? change.by() : null,
                newsroom ? change.reason() : null,
                newsroom ? change.acknowledged() : null);
    }
}

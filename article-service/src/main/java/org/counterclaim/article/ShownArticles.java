package org.counterclaim.article;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.security.Caller;

/**
 * Articles as the caller may read them. What is hidden now is hidden with its whole past; of what is public, readers see those
 * revisions that were.
 */
@ApplicationScoped
class ShownArticles {

    private final Articles articles;
    private final SecurityIdentity identity;
    private final Clock clock;

    ShownArticles(Articles articles, SecurityIdentity identity, Clock clock) {
        this.articles = articles;
        this.identity = identity;
        this.clock = clock;
    }

    Uni<Article> get(String id) {
        return articles.get(id).invoke(article -> requireReadable(article, clock.instant()));
    }

    /** The article that has this slug now or had it once. */
    Uni<Article> getBySlug(String slug) {
        return articles.getBySlug(slug).invoke(article -> requireReadable(article, clock.instant()));
    }

    /** As it stood at a revision. */
    Uni<Article> getRevision(String id, int revision) {
        return get(id).chain(() -> articles.getRevision(id, revision)).invoke(this::requireWasPublic);
    }

    /**
     * As it stood at a moment: the answer that the caller would have got then.
     *
     * @return the revision; a failure with 400 for a moment that is yet to come
     */
    Uni<Article> getAsOf(String id, Instant moment) {
        if (moment.isAfter(clock.instant())) {
            throw QueryParameters.invalid("asOf", "Nobody knows how it will stand then.");
        }
        return get(id).chain(() -> articles.getAsOf(id, moment)).invoke(article -> requireReadable(article, moment));
    }

    /** Whether the caller sees it as it stands. */
    boolean isShown(Article article) {
        return seesDrafts() || article.isPublic(clock.instant());
    }

    /** Whether the caller sees what is not public. */
    boolean seesDrafts() {
        return Caller.of(identity).seesDrafts();
    }

    private void requireWasPublic(Article revision) {
        if (!seesDrafts() && !revision.wasPublic()) {
            throw Editorial.hidden();
        }
    }

    private void requireReadable(Article article, Instant moment) {
        ArticleContent content = article.content();
        article.editorial().requireReadable(content.embargoedUntil(), content.expires(), Caller.of(identity), moment);
    }
}

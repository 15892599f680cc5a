package org.counterclaim.article;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.idempotency.Once;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.kit.store.Duplicate;

/** Keeps a first draft. */
@ApplicationScoped
class CreateArticle {

    private static final Pattern ID_FORM = Pattern.compile("art_[0-7][0-9A-HJKMNP-TV-Z]{25}");

    private final Articles articles;
    private final Clock clock;

    CreateArticle(Articles articles, Clock clock) {
        this.articles = articles;
        this.clock = clock;
    }

    Uni<Article> from(ArticleContent content, Caller writer, Once once) {
        return once.make("art_", id -> draft(id, content, writer, null), articles::created);
    }

    /**
     * Keeps it under an id that the caller has chosen.
     *
     * @return the draft; a failure with 400 for what is no id, with 412 if it was ever given
     */
    Uni<Article> at(String id, ArticleContent content, Caller writer) {
        if (!ID_FORM.matcher(id).matches()) {
            String detail = "An id is art_ and a ULID.";
            throw Problem.MALFORMED.because(detail, List.of(new FieldError("/id", "invalid-parameter", detail)));
        }
        return draft(id, content, writer, null);
    }

    /**
     * Keeps it under an id that is known before.
     *
     * @param reason why it is made, null if there is nothing to say
     * @return the draft; a failure with 412 if the id was ever given
     */
    Uni<Article> at(String id, ArticleContent content, Caller writer, String reason) {
        return draft(id, content, writer, reason);
    }

    private Uni<Article> draft(String id, ArticleContent content, Caller writer, String reason) {
        if (content.slug() != null) {
            return insert(id, content.slug(), content, writer, reason)
                    .onFailure(Duplicate::is)
                    .transform(taken -> Articles.slugTaken());
        }
        return insert(id, Slugs.of(content.headline(), id), content, writer, reason)
                .onFailure(Duplicate::is)
                .recoverWithUni(() -> insert(id, Slugs.distinct(content.headline(), id), content, writer, reason));
    }

    private Uni<Article> insert(String id, String slug, ArticleContent content, Caller writer, String reason) {
        Article first = Article.drafted(id, slug, content, Editorial.draftBy(writer), clock.instant());
        return articles.insert(first, Change.ofContent(writer, null, reason))
                .onFailure(Duplicate::is)
                .recoverWithUni(taken -> articles.created(id).map(there -> {
                    throw there == null ? (RuntimeException) taken : idTaken();
                }));
    }

    private static RuntimeException idTaken() {
        return Problem.PRECONDITION_FAILED.because("There is, or was, an article of this id.");
    }
}

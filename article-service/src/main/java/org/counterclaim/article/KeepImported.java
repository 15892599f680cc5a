package org.counterclaim.article;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.problem.Problem;

/** Keeps an article that an import brings. Done twice for one row, it comes to the same and says the same. */
@ApplicationScoped
class KeepImported {

    static final String CREATED = "created";
    static final String UPDATED = "updated";
    static final String UNCHANGED = "unchanged";

    /** Somebody else may write it at the same moment; he is not going to do so again and again. */
    private static final int TRIES = 3;

    private final Articles articles;
    private final CreateArticle create;
    private final Clock clock;

    KeepImported(Articles articles, CreateArticle create, Clock clock) {
        this.articles = articles;
        this.create = create;
        this.clock = clock;
    }

    /** What came of it. */
    Uni<String> keep(ImportTask task) {
        String id = task.id();
        return task.isUpsert()
                ? Uni.createFrom()
                        .deferred(() -> articles.findForWrite(id))
                        .chain(found -> found == null ? create(id, task) : update(found, task))
                        .onFailure(KeepImported::isLost)
                        .retry()
                        .atMost(TRIES)
                : create(id, task);
    }

    private Uni<String> create(String id, ImportTask task) {
        if (task.isDry()) {
            Article.drafted(id, "", task.content(), Editorial.draftBy(task.caller()), clock.instant());
            return wouldBe(CREATED, id, task);
        }
        return create.at(id, task.content(), task.caller(), task.reason())
                .replaceWith(CREATED)
                .onFailure(KeepImported::isLost)
                .recoverWithUni(taken -> createdBefore(id, task, taken));
    }

    /** The id was given for this row, or for a name whose article was deleted since, or by somebody else just now. */
    private Uni<String> createdBefore(String id, ImportTask task, Throwable taken) {
        return articles.findForWrite(id).map(found -> {
            if (found != null && !task.isUpsert()) {
                return CREATED;
            }
            throw found == null ? Problem.GONE.because("The article of this name was deleted.") : (HttpProblem) taken;
        });
    }

    private Uni<String> update(Article article, ImportTask task) {
        ArticleContent next = article.revised(task.content(), article.editorial(), clock.instant())
                .content();
        if (next.equals(article.content())) {
            return unchanged(article, task);
        }
        Editorial written = article.editorial().written(task.caller(), task.change());
        Article revised = article.revised(task.content(), written, clock.instant());
        return task.isDry()
                ? wouldBe(UPDATED, article.id(), task)
                : articles.replace(revised, task.change()).replaceWith(UPDATED);
    }

    private Uni<String> wouldBe(String result, String id, ImportTask task) {
        String slug = task.content().slug();
        return slug == null
                ? Uni.createFrom().item(result)
                : articles.requireFree(slug, id).replaceWith(result);
    }

    /** Unless it is as it is because of this row. */
    private Uni<String> unchanged(Article article, ImportTask task) {
        return task.again()
                ? articles.wasWrittenFor(article, task.reason())
                        .map(mine -> !mine ? UNCHANGED : article.revision() == 1 ? CREATED : UPDATED)
                : Uni.createFrom().item(UNCHANGED);
    }

    private static boolean isLost(Throwable failure) {
        return failure instanceof HttpProblem problem
                && problem.getStatusCode() == Problem.PRECONDITION_FAILED.status();
    }
}

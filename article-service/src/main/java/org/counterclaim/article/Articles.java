package org.counterclaim.article;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.counterclaim.article.ArticleContent.RelatedArticle;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.page.Cursors;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.search.FacetQuery;
import org.counterclaim.kit.search.Facets;
import org.counterclaim.kit.store.Duplicate;
import org.counterclaim.kit.store.Keeper;
import org.counterclaim.kit.store.Listing;
import org.counterclaim.kit.store.Recorded;
import org.counterclaim.kit.store.RevisionStore;
import org.counterclaim.kit.store.ServiceStore;
import org.counterclaim.kit.store.StoredForm;
import org.counterclaim.kit.store.Upkeep;

/** The articles in the store. */
@ApplicationScoped
class Articles implements Keeper {

    private static final String COLLECTION = "articles";
    private static final String NEXT_MOMENT = "nextMoment";
    private static final String RELATED = "content.relatedArticles.id";

    /** To version 2, which knows an article's moments; to 3, since which it is found by its text and its date. */
    private static final List<UnaryOperator<BsonDocument>> UPCASTS = List.of(Moments::lift, UnaryOperator.identity());

    private final RevisionStore<Article> store;
    private final Cursors cursors;

    Articles(ServiceStore store, Cursors cursors) {
        StoredForm<Article> form = new StoredForm<>("article", COLLECTION, Article.class, UPCASTS, ArticleFinding::of);
        this.store = store.keep(form, article -> Uni.createFrom().item(article.reach()));
        this.cursors = cursors;
    }

    /** A slug must never be given twice. */
    @Override
    public void prepare(MongoDatabase database) {
        MongoCollection<Document> articles = database.getCollection(COLLECTION);
        articles.createIndex(Indexes.ascending(RELATED));
        articles.createIndex(Indexes.ascending(NEXT_MOMENT));
        articles.createIndex(Indexes.ascending("slugs"), new IndexOptions().unique(true));
        articles.createIndex(
                Indexes.compoundIndex(Indexes.ascending("editorial.status"), Indexes.descending("updatedAt", "_id")));
        articles.createIndex(Indexes.compoundIndex(
                Indexes.ascending(StoredForm.FIND_BY + ".terms"), Indexes.descending("updatedAt", "_id")));
    }

    @Override
    public Upkeep<?> upkeep() {
        return store.upkeep();
    }

    Uni<Article> get(String id) {
        return known(store.find(id));
    }

    Uni<Article> getForWrite(String id) {
        return known(store.findForWrite(id));
    }

    /** The current revision for somebody who is going to replace it, null if there is none. */
    Uni<Article> findForWrite(String id) {
        return store.findForWrite(id);
    }

    /** Whether this revision was written for that reason. */
    Uni<Boolean> wasWrittenFor(Article article, String reason) {
        Bson so = Filters.and(Filters.eq("revision", article.revision()), Filters.eq("change.reason", reason));
        return store.findEarliest(article.id(), so).map(found -> found != null);
    }

    /** All that were not removed, one by one. */
    Multi<Article> stream() {
        return store.stream(Filters.ne("editorial.status", EditorialStatus.REMOVED.name()));
    }

    Uni<Article> getRevision(String id, int revision) {
        return known(findRevision(id, revision));
    }

    /** That revision, null if there is none. */
    Uni<Article> findRevision(String id, int revision) {
        return store.findRevision(id, revision);
    }

    /** The revision that was the current one at that moment. */
    Uni<Article> getAsOf(String id, Instant moment) {
        return known(store.findLatest(id, Filters.lte("updatedAt", moment)));
    }

    /** One page of its revisions, the latest first. */
    Uni<Page<Recorded<Article>>> history(String id, boolean publicOnly, Paging paging) {
        return store.history(id, publicOnly, paging, cursors);
    }

    /** One page of those that it names or that name it, seen by the caller or not. */
    Uni<Page<Article>> related(Article article, Paging paging) {
        List<String> named = article.content().relatedArticles().stream()
                .map(RelatedArticle::id)
                .toList();
        Bson either = Filters.or(Filters.in("_id", named), Filters.eq(RELATED, article.id()));
        Bson others = Filters.and(
                either,
                Filters.ne("_id", article.id()),
                Filters.ne("editorial.status", EditorialStatus.REMOVED.name()));
        return page(new Listing(others, "related " + article.id(), "updatedAt", true), paging);
    }

    /** The first revision of this id, null if there is none. */
    Uni<Article> created(String id) {
        return store.findRevision(id, 1);
    }

    /** The revision that a correction came with, null if there is none. */
    Uni<Article> withCorrection(String id, String correctionId) {
        return store.findEarliest(id, Filters.eq("corrections.id", correctionId));
    }

    /** The article that has this slug now or had it once. */
    Uni<Article> getBySlug(String slug) {
        return known(store.find(Filters.eq("slugs", slug)));
    }

    /** Those whose moment comes by then, or has come. */
    Uni<List<Article>> due(Instant by) {
        return store.all(Filters.lte(NEXT_MOMENT, by));
    }

    Uni<Page<Article>> page(Listing list, Paging paging) {
        return store.page(list, paging, cursors);
    }

    /** Counts in a list, null if nothing is asked for. */
    Uni<Facets> facets(Listing list, FacetQuery asked) {
        return asked.isEmpty()
                ? Uni.createFrom().nullItem()
                : store.aggregate(list, FacetQuery.COUNTED, asked.pipeline())
                        .collect()
                        .first()
                        .map(asked::read);
    }

    Uni<Article> insert(Article first, Change change) {
        return store.insert(first, change);
    }

    /** Leaves a tombstone, so that its slug is free and its number is not. */
    Uni<Void> delete(Article last, Change change) {
        return store.delete(last, change);
    }

    Uni<Article> replace(Article next, Change change) {
        return store.replace(next, change).onFailure(Duplicate::is).transform(taken -> slugTaken());
    }

    /** Fails if an article of another id has this slug, or had it once. */
    Uni<Void> requireFree(String slug, String id) {
        return store.find(Filters.eq("slugs", slug)).map(holder -> {
            if (holder != null && !holder.id().equals(id)) {
                throw slugTaken();
            }
            return null;
        });
    }

    static RuntimeException slugTaken() {
        String detail = "Another article has this slug, or had it once.";
        return Problem.CONFLICT.because(detail, List.of(new FieldError("/slug", "taken", detail)));
    }

    private static Uni<Article> known(Uni<Article> found) {
        return found.onItem().ifNull().failWith(Editorial::hidden);
    }
}

package org.counterclaim.article;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.page.Cursors;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.store.Listing;
import org.counterclaim.kit.store.RevisionStore;
import org.counterclaim.kit.store.StoredForm;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The articles in the store. */
@ApplicationScoped
class Articles {

    private static final String TYPE = "articles";
    private static final int SCHEMA_VERSION = 1;

    private final RevisionStore<Article> store;

    Articles(
            ReactiveMongoClient mongo,
            Cursors cursors,
            @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        StoredForm<Article> form = new StoredForm<>(TYPE, SCHEMA_VERSION, Article.class);
        this.store = new RevisionStore<>(mongo.getDatabase(database), form, cursors);
    }

    /** Before the first request: a slug must never be given twice. */
    static void index(
            @Observes StartupEvent start,
            MongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String name) {
        MongoDatabase database = mongo.getDatabase(name);
        database.getCollection(TYPE).createIndex(Indexes.ascending("slugs"), new IndexOptions().unique(true));
        database.getCollection(TYPE)
                .createIndex(Indexes.compoundIndex(
                        Indexes.ascending("editorial.status"), Indexes.descending("updatedAt", "_id")));
    }

    Uni<Article> get(String id) {
        return known(store.find(id));
    }

    Uni<Article> getForWrite(String id) {
        return known(store.findForWrite(id));
    }

    Uni<Article> getRevision(String id, int revision) {
        return known(store.findRevision(id, revision));
    }

    /** The article that has this slug now or had it once. */
    Uni<Article> getBySlug(String slug) {
        return known(store.find(Filters.eq("slugs", slug)));
    }

    Uni<Page<Article>> page(Listing list, Paging paging) {
        return store.page(list, paging);
    }

    Uni<Article> insert(Article first, Change change) {
        return store.insert(first, change);
    }

    Uni<Article> replace(Article next, Change change) {
        return store.replace(next, change).onFailure(RevisionStore::isDuplicate).transform(taken -> slugTaken());
    }

    static RuntimeException slugTaken() {
        String detail = "Another article has this slug, or had it once.";
        return Problem.CONFLICT.because(detail, List.of(new FieldError("/slug", "taken", detail)));
    }

    private static Uni<Article> known(Uni<Article> found) {
        return found.onItem().ifNull().failWith(() -> Problem.NOT_FOUND.because("There is no article of this id."));
    }
}

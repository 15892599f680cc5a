package org.counterclaim.claim;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.page.Cursors;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.store.Listing;
import org.counterclaim.kit.store.RevisionStore;
import org.counterclaim.kit.store.StoredForm;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The claims in the store. */
@ApplicationScoped
public class Claims {

    private static final String TYPE = "claims";
    private static final int SCHEMA_VERSION = 1;

    private final RevisionStore<Claim> store;

    Claims(
            ReactiveMongoClient mongo,
            Cursors cursors,
            @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        StoredForm<Claim> form = new StoredForm<>(TYPE, SCHEMA_VERSION, Claim.class);
        this.store = new RevisionStore<>(mongo.getDatabase(database), form, cursors);
    }

    static void index(
            @Observes StartupEvent start,
            MongoClient mongo,
            @ConfigProperty(name = "quarkus.mongodb.database") String name) {
        MongoCollection<Document> claims = mongo.getDatabase(name).getCollection(TYPE);
        claims.createIndex(Indexes.ascending("appearances.content.articleId"));
        claims.createIndex(Indexes.ascending("positions.party"));
        claims.createIndex(
                Indexes.compoundIndex(Indexes.ascending("editorial.status"), Indexes.descending("updatedAt", "_id")));
    }

    Uni<Claim> get(String id) {
        return known(store.find(id));
    }

    Uni<Claim> getForWrite(String id) {
        return known(store.findForWrite(id));
    }

    Uni<Claim> getRevision(String id, int revision) {
        return known(store.findRevision(id, revision));
    }

    /** All claims that appear in any of these articles, whatever their editorial status. */
    public Uni<List<Claim>> appearingIn(Collection<String> articleIds) {
        return store.all(Filters.in("appearances.content.articleId", articleIds));
    }

    Uni<Page<Claim>> page(Listing list, Paging paging) {
        return store.page(list, paging);
    }

    Uni<Claim> insert(Claim first, Change change) {
        return store.insert(first, change);
    }

    Uni<Claim> replace(Claim next, Change change) {
        return store.replace(next, change);
    }

    private static Uni<Claim> known(Uni<Claim> found) {
        return found.onItem().ifNull().failWith(() -> Problem.NOT_FOUND.because("There is no claim of this id."));
    }
}

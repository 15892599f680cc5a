package org.counterclaim.evidence;

import com.mongodb.client.model.Filters;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.page.Cursors;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.store.Listing;
import org.counterclaim.kit.store.RevisionStore;
import org.counterclaim.kit.store.StoredForm;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The items of evidence in the store. */
@ApplicationScoped
public class EvidenceItems {

    private static final String TYPE = "evidence";
    private static final int SCHEMA_VERSION = 1;

    private final RevisionStore<Evidence> store;

    EvidenceItems(
            ReactiveMongoClient mongo,
            Cursors cursors,
            @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        StoredForm<Evidence> form = new StoredForm<>(TYPE, SCHEMA_VERSION, Evidence.class);
        this.store = new RevisionStore<>(mongo.getDatabase(database), form, cursors);
    }

    Uni<Evidence> get(String id) {
        return store.find(id)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.NOT_FOUND.because("There is no evidence of this id."));
    }

    /** Those of these ids that there are, in the order of the ids. */
    public Uni<List<Evidence>> all(Collection<String> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(List.of()) : store.all(Filters.in("_id", ids));
    }

    Uni<Page<Evidence>> page(Listing list, Paging paging) {
        return store.page(list, paging);
    }

    Uni<Evidence> insert(Evidence first, Change change) {
        return store.insert(first, change);
    }
}

package org.counterclaim.party;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.page.Cursors;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.store.Consequences;
import org.counterclaim.kit.store.Keeper;
import org.counterclaim.kit.store.Listing;
import org.counterclaim.kit.store.ReachOf;
import org.counterclaim.kit.store.RevisionStore;
import org.counterclaim.kit.store.ServiceStore;
import org.counterclaim.kit.store.StoredForm;
import org.counterclaim.kit.store.Upkeep;

/** The parties in the store. */
@ApplicationScoped
public class Parties implements Keeper {

    private static final String COLLECTION = "parties";

    /** To version 2, since which it is found by its names. */
    private static final List<UnaryOperator<BsonDocument>> UPCASTS = List.of(UnaryOperator.identity());

    /** So many parties of one name are looked for. */
    private static final int NAMESAKES = 200;

    private final RevisionStore<Party> store;
    private final Cursors cursors;

    Parties(ServiceStore store, Cursors cursors, ReachOf<Party> reach, Consequences<Party> consequences) {
        StoredForm<Party> form = new StoredForm<>("party", COLLECTION, Party.class, UPCASTS, PartyNames::of);
        this.store = store.keep(form, reach, consequences);
        this.cursors = cursors;
    }

    @Override
    public void prepare(MongoDatabase database) {
        database.getCollection(COLLECTION).createIndex(Indexes.ascending(PartyNames.NAMES));
    }

    @Override
    public Upkeep<?> upkeep() {
        return store.upkeep();
    }

    Uni<Party> get(String id) {
        return store.find(id).onItem().ifNull().failWith(Parties::unknown);
    }

    Uni<Party> getForWrite(String id) {
        return store.findForWrite(id).onItem().ifNull().failWith(Parties::unknown);
    }

    private static RuntimeException unknown() {
        return Problem.NOT_FOUND.because("There is no party of this id.");
    }

    Uni<Party> replace(Party next, Change change) {
        return store.replace(next, change);
    }

    /** Those of these ids that there are, in the order of the ids. */
    public Uni<List<Party>> all(Collection<String> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(List.of()) : store.all(Filters.in("_id", ids));
    }

    /** The ids of those that are called so, or this id itself; null if nobody asks. */
    public Uni<List<String>> idsOf(String nameOrId) {
        if (nameOrId == null || nameOrId.startsWith(Party.PREFIX)) {
            return Uni.createFrom().item(nameOrId == null ? null : List.of(nameOrId));
        }
        return store.first(PartyNames.called(nameOrId), NAMESAKES)
                .map(found -> found.stream().map(Party::id).toList());
    }

    /** The parties that are called by each of these names; a name that nobody has is not in it. */
    public Uni<Map<String, List<Party>>> called(Collection<String> names) {
        return names.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : store.all(PartyNames.called(names)).map(found -> PartyNames.byName(names, found));
    }

    /** The first revision of this id, null if there is none. */
    Uni<Party> created(String id) {
        return store.findRevision(id, 1);
    }

    Uni<Page<Party>> page(Listing list, Paging paging) {
        return store.page(list, paging, cursors);
    }

    Uni<Party> insert(Party first, Change change) {
        return store.insert(first, change);
    }
}

package org.counterclaim.claim;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.page.Cursors;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.search.FacetQuery;
import org.counterclaim.kit.store.Consequences;
import org.counterclaim.kit.store.Keeper;
import org.counterclaim.kit.store.Listing;
import org.counterclaim.kit.store.ReachOf;
import org.counterclaim.kit.store.Recorded;
import org.counterclaim.kit.store.RevisionStore;
import org.counterclaim.kit.store.ServiceStore;
import org.counterclaim.kit.store.StoredForm;
import org.counterclaim.kit.store.Upkeep;

/** The claims in the store. */
@ApplicationScoped
public class Claims implements Keeper {

    private static final String COLLECTION = "claims";

    private final RevisionStore<Claim> store;
    private final Cursors cursors;

    Claims(ServiceStore store, Cursors cursors, ReachOf<Claim> reach, Consequences<Claim> consequences) {
        StoredForm<Claim> form =
                new StoredForm<>("claim", COLLECTION, Claim.class, ClaimFinding.UPCASTS, ClaimFinding::of);
        this.store = store.keep(form, reach, consequences);
        this.cursors = cursors;
    }

    @Override
    public void prepare(MongoDatabase database) {
        MongoCollection<Document> claims = database.getCollection(COLLECTION);
        ClaimFilters.indexes().forEach(claims::createIndex);
    }

    @Override
    public Upkeep<?> upkeep() {
        return store.upkeep();
    }

    Uni<Claim> get(String id) {
        return known(store.find(id));
    }

    Uni<Claim> getForWrite(String id) {
        return known(findForWrite(id));
    }

    /** Null if there is none. */
    Uni<Claim> findForWrite(String id) {
        return store.findForWrite(id);
    }

    Uni<Claim> getRevision(String id, int revision) {
        return known(store.findRevision(id, revision));
    }

    /** The first revision of this id, null if there is none. */
    Uni<Claim> created(String id) {
        return store.findRevision(id, 1);
    }

    /** The revision that was the latest at a moment. */
    Uni<Claim> getAsOf(String id, Instant moment) {
        return known(store.findLatest(id, Filters.lte("updatedAt", moment)));
    }

    /** The latest revision before that one, null if there is none. */
    Uni<Claim> before(String id, int revision, boolean everything) {
        return store.findLatest(id, Filters.and(Filters.lt("revision", revision), ClaimFilters.published(everything)));
    }

    /** One page of the revisions, the latest first; those that were published, or everything. */
    Uni<Page<Recorded<Claim>>> history(String id, boolean everything, Paging paging) {
        return store.history(id, ClaimFilters.published(everything), paging, cursors);
    }

    /**
     * The revision that a part came with, null if there is none.
     *
     * @param parts their member: positions, appearances or reviews
     */
    Uni<Claim> withNew(String parts, String id, String partId) {
        return store.findEarliest(id, Filters.eq(parts + ".id", partId));
    }

    /** The revisions of these, those of each from the first on; those that were published, or everything. */
    Uni<List<Recorded<Claim>>> recorded(Collection<String> ids, boolean everything) {
        return store.recorded(ids, ClaimFilters.published(everything));
    }

    /** All claims that appear in any of these articles, whatever their editorial status; of those that were merged the one. */
    public Uni<List<Claim>> appearingIn(Collection<String> articleIds) {
        return store.all(
                Filters.and(Filters.in("appearances.content.articleId", articleIds), ClaimFilters.standsForItself()));
    }

    /** All claims with a quote from this article, of their own or of a position. */
    Uni<List<Claim>> quoting(String articleId) {
        return store.all(Filters.and(ClaimFilters.quoting(articleId), ClaimFilters.standsForItself()));
    }

    Multi<Claim> stream(Bson filter) {
        return store.stream(filter);
    }

    /** Those of these ids that there are, in the order of the ids. */
    Uni<List<Claim>> all(Collection<String> ids) {
        return store.all(Filters.in("_id", ids));
    }

    /** The claims of these ids, or the ones that they were merged into. */
    Uni<List<Claim>> standingFor(Collection<String> ids, int limit) {
        return store.first(
                Filters.and(
                        Filters.or(Filters.in("_id", ids), Filters.in("mergedFrom", ids)),
                        ClaimFilters.standsForItself()),
                limit);
    }

    /** Claims with a relation to any of these. */
    Uni<List<Claim>> namedBy(Collection<String> ids, int limit) {
        return store.first(Filters.and(Filters.in("relations.target", ids), ClaimFilters.standsForItself()), limit);
    }

    /** The current revisions of these, by id. */
    Uni<Map<String, Integer>> revisions(Collection<String> ids) {
        return all(ids).map(found -> found.stream().collect(Collectors.toMap(Claim::id, Claim::revision)));
    }

    /** Brings what follows for a claim from other things up to date. */
    Uni<Void> refresh(String id, Function<Claim, Uni<Claim>> refreshed) {
        return store.upkeep().refresh(id, refreshed);
    }

    /** So many claims that name this party or rest on this item of evidence, whatever their status, behind a certain id. */
    Uni<List<Claim>> concerning(String id, String after, int limit) {
        return store.first(Filters.and(ClaimFilters.naming(id), Filters.gt("_id", after)), limit);
    }

    /** All published claims that name this party, or rest on this item of evidence. */
    public Uni<List<Claim>> naming(String id) {
        return store.all(Filters.and(ClaimFilters.published(false), ClaimFilters.naming(id)));
    }

    /** The claims on which this party has taken a position, the latest changed first. */
    public Uni<Page<Claim>> spokenOfBy(String party, Paging paging) {
        Bson spoken = Filters.and(Filters.eq("positions.party", party), ClaimFilters.isKept());
        return page(new Listing(spoken, party, "updatedAt", true), paging);
    }

    /** What a pipeline makes of the first of a list, as they are stored. */
    Multi<BsonDocument> aggregate(Listing list, List<Bson> pipeline) {
        return store.aggregate(list, FacetQuery.COUNTED, pipeline);
    }

    Uni<Page<Claim>> page(Listing list, Paging paging) {
        return store.page(list, paging, cursors);
    }

    Uni<Claim> insert(Claim first, Change change) {
        return store.insert(first, change);
    }

    Uni<Claim> replace(Claim next, Change change) {
        return store.replace(next, change);
    }

    Uni<Void> delete(Claim next, Change change) {
        return store.delete(next, change);
    }

    private static Uni<Claim> known(Uni<Claim> found) {
        return found.onItem().ifNull().failWith(Editorial::hidden);
    }
}

package org.counterclaim.kit.store;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.counterclaim.kit.page.Cursors;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.problem.Problem;

/** The documents of one collection. A store that cannot be reached is answered with 503: it passes, the client may try again. */
public final class Documents {

    private final ReactiveMongoCollection<BsonDocument> collection;

    /** What is read of a document, null for all of it. */
    private final Bson shown;

    public Documents(ReactiveMongoDatabase database, String collection) {
        this(database.getCollection(collection, BsonDocument.class), null);
    }

    private Documents(ReactiveMongoCollection<BsonDocument> collection, Bson shown) {
        this.collection = collection;
        this.shown = shown;
    }

    /** The same, read without this member. */
    public Documents without(String member) {
        return new Documents(collection, Projections.exclude(member));
    }

    /** The first that fits, null if none does. */
    public Uni<BsonDocument> first(Bson filter) {
        return all(filter, new FindOptions().limit(1)).collect().first();
    }

    /** All that fit. */
    public Multi<BsonDocument> all(Bson filter, FindOptions options) {
        return reached(collection.find(filter, options.projection(shown)));
    }

    /** What a pipeline makes of the first of a list. */
    Multi<BsonDocument> aggregate(Listing list, int first, List<Bson> pipeline) {
        List<Bson> whole = new ArrayList<>(
                List.of(Aggregates.match(list.filter()), Aggregates.sort(list.sort()), Aggregates.limit(first)));
        whole.addAll(pipeline);
        return reached(collection.aggregate(whole));
    }

    /** One page of a list. */
    Uni<Page<BsonDocument>> page(Listing list, Paging paging, Cursors cursors) {
        int limit = paging.limit();
        Bson filter = paging.cursor() == null ? list.filter() : list.after(cursors.read(paging.cursor(), list.query()));
        FindOptions options = new FindOptions().sort(list.sort()).limit(limit + 1);
        return all(filter, options).collect().asList().map(found -> {
            List<BsonDocument> shown = found.subList(0, Math.min(limit, found.size()));
            String next =
                    found.size() > limit ? cursors.write(list.position(shown.get(limit - 1)), list.query()) : null;
            return Page.of(shown, limit, next);
        });
    }

    /** Fails with a {@link Duplicate} if a unique value is taken. */
    public Uni<Void> insert(BsonDocument document) {
        return reached(collection.insertOne(document)).replaceWithVoid();
    }

    /** The document that was replaced, null if none fits. */
    public Uni<BsonDocument> replace(Bson filter, BsonDocument document) {
        return reached(collection.findOneAndReplace(filter, document));
    }

    /** Keeps the document, in the place of one with its id. */
    public Uni<Void> put(BsonDocument document) {
        return reached(collection.replaceOne(
                        Filters.eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true)))
                .replaceWithVoid();
    }

    /** The document after the update, null if none fits. */
    public Uni<BsonDocument> update(Bson filter, Bson update) {
        return reached(collection.findOneAndUpdate(
                filter, update, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
    }

    /** How many fit. */
    public Uni<Long> count(Bson filter) {
        return reached(collection.countDocuments(filter));
    }

    /** How many were deleted. */
    public Uni<Long> delete(Bson filter) {
        return reached(collection.deleteMany(filter)).map(result -> result.getDeletedCount());
    }

    /** Makes an index, unless it is there. */
    public Uni<Void> index(Bson keys) {
        return reached(collection.createIndex(keys)).replaceWithVoid();
    }

    private static <R> Uni<R> reached(Uni<R> work) {
        return work.onFailure(Documents::isGone).transform(Documents::problem);
    }

    private static <R> Multi<R> reached(Multi<R> work) {
        return work.onFailure(Documents::isGone).transform(Documents::problem);
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof MongoTimeoutException
                || failure instanceof MongoSocketException
                || failure instanceof MongoConnectionPoolClearedException
                || failure instanceof MongoNotPrimaryException
                || failure instanceof MongoNodeIsRecoveringException
                || failure instanceof MongoException labelled && labelled.hasErrorLabel("RetryableWriteError");
    }

    private static Throwable problem(Throwable gone) {
        return Problem.UPSTREAM_UNAVAILABLE
                .describe("The store cannot be reached.")
                .withHeader(HttpHeaders.RETRY_AFTER, 2)
                .build();
    }
}

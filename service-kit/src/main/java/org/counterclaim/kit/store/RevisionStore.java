package org.counterclaim.kit.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.page.Cursors;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.problem.Problem;

/**
 * Keeps one kind of aggregate: a current document, which is the truth, and an immutable record of each revision. There are no
 * transactions, so order carries the guarantee: one insert or replace commits, then the revision is recorded, then the mark
 * that it was not is taken away. Whoever meets an unrecorded document on the way to a write records it first.
 *
 * @param <T> the aggregate
 */
public final class RevisionStore<T extends Aggregate<T>> {

    private final ReactiveMongoCollection<BsonDocument> current;
    private final ReactiveMongoCollection<BsonDocument> revisions;
    private final StoredForm<T> form;
    private final Cursors cursors;

    /** Keeps the aggregates in the collection that their stored form names, their records in {@code revisions}. */
    public RevisionStore(ReactiveMongoDatabase database, StoredForm<T> form, Cursors cursors) {
        this.current = database.getCollection(form.type(), BsonDocument.class);
        this.revisions = database.getCollection("revisions", BsonDocument.class);
        this.form = form;
        this.cursors = cursors;
    }

    /** The current revision, null if there is none. */
    public Uni<T> find(String id) {
        return find(eq("_id", id));
    }

    /** The first that fits, null if none does. */
    public Uni<T> find(Bson filter) {
        return reached(first(current, filter).onItem().ifNotNull().transform(form::read));
    }

    /** Everything that fits, in the order of the ids. */
    public Uni<List<T>> all(Bson filter) {
        return reached(current.find(filter, new FindOptions().sort(eq("_id", 1)))
                .map(form::read)
                .collect()
                .asList());
    }

    /** The current revision for somebody who is going to replace it, recorded by now; null if there is none. */
    public Uni<T> findForWrite(String id) {
        return first(current, eq("_id", id))
                .onItem()
                .ifNotNull()
                .transformToUni(document -> form.isUnrecorded(document)
                        ? record(document).replaceWith(() -> form.read(document))
                        : Uni.createFrom().item(form.read(document)));
    }

    /** That revision, null if there never was one. */
    public Uni<T> findRevision(String id, int revision) {
        return reached(first(revisions, eq("_id", id + ":" + revision)))
                .onItem()
                .ifNotNull()
                .transform(form::readRecord)
                .onItem()
                .ifNull()
                .switchTo(() -> find(and(eq("_id", id), eq("revision", revision))));
    }

    /** One page, as it is stored. */
    public Uni<Page<T>> page(Listing list, Paging paging) {
        int limit = paging.limit();
        Bson filter = paging.cursor() == null ? list.filter() : list.after(cursors.read(paging.cursor(), list.query()));
        FindOptions options = new FindOptions().sort(list.sort()).limit(limit + 1);
        return reached(current.find(filter, options).collect().asList()).map(found -> page(list, limit, found));
    }

    /**
     * Commits and records a first revision.
     *
     * @return the aggregate, or a failure for which {@link #isDuplicate} holds
     */
    public Uni<T> insert(T first, Change change) {
        BsonDocument document = form.write(first, change);
        Uni<BsonDocument> committed = current.insertOne(document)
                .replaceWith(document)
                .onFailure(RevisionStore::isDuplicate)
                .recoverWithUni(duplicate -> unlessMine(document, duplicate));
        return reached(committed.chain(() -> record(document)).replaceWith(first));
    }

    /**
     * Commits and records the next revision, if the one before it is still current.
     *
     * @return the aggregate, or 412 if somebody else was first, or a failure for which {@link #isDuplicate} holds
     */
    public Uni<T> replace(T next, Change change) {
        BsonDocument document = form.write(next, change);
        Bson before = and(eq("_id", next.id()), eq("revision", next.revision() - 1));
        Uni<BsonDocument> committed = current.findOneAndReplace(before, document)
                .onItem()
                .ifNull()
                .switchTo(() -> unlessMine(document, null));
        return reached(committed.chain(() -> record(document)).replaceWith(next));
    }

    /** Whether a write failed because a unique value is taken. */
    public static boolean isDuplicate(Throwable failure) {
        return failure instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private Page<T> page(Listing list, int limit, List<BsonDocument> found) {
        List<BsonDocument> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? cursors.write(list.position(shown.get(limit - 1)), list.query()) : null;
        return Page.of(shown.stream().map(form::read).toList(), limit, next);
    }

    /** A driver that sent a write twice meets its own first try: that is no conflict. */
    private Uni<BsonDocument> unlessMine(BsonDocument mine, Throwable otherwise) {
        Uni<BsonDocument> record = first(revisions, eq("_id", StoredForm.recordId(mine)));
        return first(current, eq("_id", mine.get("_id")))
                .chain(now -> StoredForm.isSameWrite(now, mine)
                        ? Uni.createFrom().item(now)
                        : record.map(recorded -> {
                            if (StoredForm.isSameWrite(recorded, mine)) {
                                return recorded;
                            }
                            throw otherwise instanceof RuntimeException e ? e : lost(now);
                        }));
    }

    private RuntimeException lost(BsonDocument now) {
        return Preconditions.stale(now == null ? 0 : form.read(now).revision());
    }

    private Uni<Void> record(BsonDocument document) {
        BsonValue id = document.get("_id");
        Bson thisWrite =
                and(eq("_id", id), eq("revision", document.get("revision")), eq("writeId", document.get("writeId")));
        return revisions
                .insertOne(form.toRecord(document))
                .onFailure(RevisionStore::isDuplicate)
                .recoverWithNull()
                .chain(() -> form.read(document).isRemoved()
                        ? redactRecordsOf(document)
                        : Uni.createFrom().voidItem())
                .chain(() -> current.updateOne(thisWrite, unset(StoredForm.UNRECORDED)))
                .replaceWithVoid();
    }

    private Uni<Void> redactRecordsOf(BsonDocument removed) {
        Bson earlier = and(eq("id", removed.get("_id")), lt("revision", removed.get("revision")));
        return revisions
                .find(earlier)
                .onItem()
                .transformToUniAndConcatenate(
                        record -> revisions.replaceOne(eq("_id", record.get("_id")), form.redactRecord(record)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** A store that is gone is somebody else's fault, and passes: the client may try again. */
    private static <R> Uni<R> reached(Uni<R> work) {
        return work.onFailure(
                        failure -> failure instanceof MongoTimeoutException || failure instanceof MongoSocketException)
                .transform(gone -> Problem.UPSTREAM_UNAVAILABLE
                        .describe("The store cannot be reached.")
                        .withHeader(HttpHeaders.RETRY_AFTER, 2)
                        .build());
    }

    private static Uni<BsonDocument> first(ReactiveMongoCollection<BsonDocument> collection, Bson filter) {
        return collection.find(filter, new FindOptions().limit(1)).collect().first();
    }
}

package org.counterclaim.kit.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.page.Cursors;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;

/**
 * Keeps one kind of aggregate: a current document, which is the truth, and an immutable record of each revision. There are no
 * transactions, so order carries the guarantee: one insert or replace commits, then the revision is recorded, then the mark
 * that it was not is taken away. Whoever meets an unrecorded document on the way to a write records it first.
 *
 * @param <T> the aggregate
 */
public final class RevisionStore<T extends Aggregate<T>> {

    private static final int STREAMED_AT_ONCE = 50;

    private final Documents current;
    private final Revisions revisions;
    private final StoredForm<T> form;
    private final Commits commits;
    private final Recorder<T> recorder;

    /** One whose revisions bring nothing about. */
    public RevisionStore(ReactiveMongoDatabase database, Revisions revisions, StoredForm<T> form, ReachOf<T> reach) {
        this(database, revisions, form, reach, Consequences.none());
    }

    /**
     * @param revisions where this service records
     * @param reach whom an aggregate concerns as it stands
     * @param consequences what a revision brings about elsewhere
     */
    public RevisionStore(
            ReactiveMongoDatabase database,
            Revisions revisions,
            StoredForm<T> form,
            ReachOf<T> reach,
            Consequences<T> consequences) {
        this.current = new Documents(database, form.collection()).without(StoredForm.FIND_BY);
        this.revisions = revisions;
        this.form = form;
        this.commits = new Commits(current, revisions);
        this.recorder = new Recorder<>(current, revisions, form, reach, consequences);
    }

    /** The current revision, null if there is none. */
    public Uni<T> find(String id) {
        return find(eq("_id", id));
    }

    /** The first that fits, null if none does. */
    public Uni<T> find(Bson filter) {
        return current.first(and(filter, isThere())).onItem().ifNotNull().transform(form::read);
    }

    /** Everything that fits, in the order of the ids. */
    public Uni<List<T>> all(Bson filter) {
        return first(filter, 0);
    }

    /** So many of what fits, the first by their ids. */
    public Uni<List<T>> first(Bson filter, int limit) {
        return inOrder(filter, new FindOptions().limit(limit)).collect().asList();
    }

    /** Everything that fits in the same order, one by one, at the pace of whoever takes it. */
    public Multi<T> stream(Bson filter) {
        return inOrder(filter, new FindOptions().batchSize(STREAMED_AT_ONCE));
    }

    private Multi<T> inOrder(Bson filter, FindOptions options) {
        return current.all(and(filter, isThere()), options.sort(eq("_id", 1))).map(form::read);
    }

    /** The current revision for somebody who is going to replace it, recorded by now; null if there is none. */
    public Uni<T> findForWrite(String id) {
        return current.first(eq("_id", id))
                .onItem()
                .ifNotNull()
                .transformToUni(document -> StoredForm.isUnrecorded(document)
                        ? recorder.record(document).replaceWith(document)
                        : Uni.createFrom().item(document))
                .map(document -> document == null || StoredForm.isDeleted(document) ? null : form.read(document));
    }

    /** That revision, null if there never was one. */
    public Uni<T> findRevision(String id, int revision) {
        return revisions
                .find(id + ":" + revision)
                .onItem()
                .ifNotNull()
                .transform(form::readRecord)
                .onItem()
                .ifNull()
                .switchTo(() -> find(and(eq("_id", id), eq("revision", revision))));
    }

    /**
     * The earliest revision for which something holds, null if there never was one. The current one is read before the records:
     * it is not recorded yet only if it is the earliest itself.
     */
    public Uni<T> findEarliest(String id, Bson holds) {
        return find(and(eq("_id", id), holds))
                .chain(now -> revisions
                        .earliest(id, holds)
                        .map(recorded -> recorded == null ? now : form.readRecord(recorded)));
    }

    /**
     * The latest revision for which something holds, null if there never was one. The current one is read before the records: if it
     * is not recorded yet, it is the latest.
     */
    public Uni<T> findLatest(String id, Bson holds) {
        return find(and(eq("_id", id), holds))
                .onItem()
                .ifNull()
                .switchTo(() -> revisions.latest(id, holds).onItem().ifNotNull().transform(form::readRecord));
    }

    /** One page, as it is stored. */
    public Uni<Page<T>> page(Listing list, Paging paging, Cursors cursors) {
        return current.page(list.with(isThere()), paging, cursors).map(page -> page.map(form::read));
    }

    /**
     * One page of what was recorded of an aggregate, the latest first.
     *
     * @param publicOnly whether to leave out what anonymous readers never saw
     */
    public Uni<Page<Recorded<T>>> history(String id, boolean publicOnly, Paging paging, Cursors cursors) {
        return history(id, publicOnly ? RecordedReach.isPublicNow() : exists("revision"), paging, cursors);
    }

    /** One page of those of an aggregate's recorded revisions for which something holds, the latest first. */
    public Uni<Page<Recorded<T>>> history(String id, Bson which, Paging paging, Cursors cursors) {
        return revisions.history(id, which, paging, cursors).map(page -> page.map(form::readRecorded));
    }

    /** All recorded revisions of these for which something holds, those of each from the first on. */
    public Uni<List<Recorded<T>>> recorded(Collection<String> ids, Bson holds) {
        return revisions
                .all(and(in("id", ids), holds))
                .map(form::readRecorded)
                .collect()
                .asList();
    }

    /** What a pipeline makes of the first of a list, as they are stored. */
    public Multi<BsonDocument> aggregate(Listing list, int first, List<Bson> pipeline) {
        return current.aggregate(list.with(isThere()), first, pipeline);
    }

    /**
     * Commits and records a first revision.
     *
     * @return the aggregate, or a failure for which {@link Duplicate#is} holds
     */
    public Uni<T> insert(T first, Change change) {
        return commits.insert(form.write(first, change)).chain(recorder::record).replaceWith(first);
    }

    /**
     * Commits and records the next revision, if the one before it is still current.
     *
     * @return the aggregate, or 412 if somebody else was first, or a failure for which {@link Duplicate#is} holds
     */
    public Uni<T> replace(T next, Change change) {
        return commits.replace(form.write(next, change)).chain(recorder::record).replaceWith(next);
    }

    /** Leaves a tombstone of this, which is the next revision; 412 if somebody else was first. */
    public Uni<Void> delete(T next, Change change) {
        return commits.replace(form.tombstone(next, change)).chain(recorder::record);
    }

    /** What has to be done to these aggregates without being asked. */
    public Upkeep<T> upkeep() {
        return new Upkeep<>(current, form, recorder);
    }

    private static Bson isThere() {
        return exists(StoredForm.DELETED, false);
    }
}

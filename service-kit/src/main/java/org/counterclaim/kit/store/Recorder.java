package org.counterclaim.kit.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.unset;

import io.smallrye.mutiny.Uni;
import org.bson.BsonDocument;

/**
 * The second half of every write: what was committed is recorded, then the mark that it was not is taken away. Each step can be
 * taken again, by whoever finds the mark: the writer, the next writer, the sweep.
 */
final class Recorder<T extends Aggregate<T>> {

    private final Documents current;
    private final Revisions revisions;
    private final StoredForm<T> form;
    private final ReachOf<T> reach;
    private final Consequences<T> consequences;

    /**
     * @param reach whom the aggregate concerns as it stands
     * @param consequences what a revision brings about elsewhere
     */
    Recorder(
            Documents current,
            Revisions revisions,
            StoredForm<T> form,
            ReachOf<T> reach,
            Consequences<T> consequences) {
        this.current = current;
        this.revisions = revisions;
        this.form = form;
        this.reach = reach;
        this.consequences = consequences;
    }

    /** Records what the document says, which is committed. */
    Uni<Void> record(BsonDocument document) {
        return reachOf(document)
                .chain(now -> before(document).map(before -> RecordedReach.after(before, now)))
                .chain(reached -> revisions.append(form.toRecord(document, reached.stored())))
                .chain(() -> redactEarlier(document).chain(() -> bringAbout(document)))
                .chain(() -> unmark(document));
    }

    private Uni<Reach> reachOf(BsonDocument document) {
        return StoredForm.isDeleted(document) ? Uni.createFrom().item(Reach.NONE) : reach.of(form.read(document));
    }

    private Uni<BsonDocument> before(BsonDocument document) {
        int revision = document.getInt32("revision").getValue();
        return revision == 1
                ? Uni.createFrom().nullItem()
                : revisions.find(document.getString("_id").getValue() + ":" + (revision - 1));
    }

    private Uni<Void> redactEarlier(BsonDocument document) {
        return form.read(document).isRemoved()
                ? revisions.rewriteBefore(document, form::redactRecord)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> bringAbout(BsonDocument document) {
        return StoredForm.isDeleted(document)
                ? Uni.createFrom().voidItem()
                : consequences.of(form.read(document), form.changeOf(document));
    }

    private Uni<Void> unmark(BsonDocument document) {
        return current.update(
                        and(
                                eq("_id", document.get("_id")),
                                eq("revision", document.get("revision")),
                                eq(StoredForm.WRITE_ID, document.get(StoredForm.WRITE_ID))),
                        unset(StoredForm.UNRECORDED))
                .replaceWithVoid();
    }
}

package org.counterclaim.kit.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import io.smallrye.mutiny.Uni;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.counterclaim.kit.http.Preconditions;

/** The one write that every change hangs on. A driver that sent it twice meets its own first try: that is no conflict. */
final class Commits {

    private final Documents current;
    private final Revisions revisions;

    Commits(Documents current, Revisions revisions) {
        this.current = current;
        this.revisions = revisions;
    }

    /** Commits a first revision; a failure for which {@link Duplicate#is} holds if a unique value is taken. */
    Uni<BsonDocument> insert(BsonDocument document) {
        return current.insert(document)
                .onFailure(Duplicate::is)
                .recoverWithUni(duplicate -> unlessMine(document, duplicate))
                .replaceWith(document);
    }

    /** Commits the next revision, if the one before it is still current; else 412. */
    Uni<BsonDocument> replace(BsonDocument document) {
        Bson before = and(
                eq("_id", document.get("_id")),
                eq("revision", document.getInt32("revision").getValue() - 1));
        return current.replace(before, document)
                .onItem()
                .ifNull()
                .switchTo(() -> unlessMine(document, null).replaceWith(document))
                .replaceWith(document);
    }

    private Uni<Void> unlessMine(BsonDocument mine, Throwable otherwise) {
        return current.first(eq("_id", mine.get("_id")))
                .chain(now -> StoredForm.isSameWrite(now, mine)
                        ? Uni.createFrom().voidItem()
                        : revisions
                                .find(StoredForm.recordId(mine))
                                .invoke(recorded -> {
                                    if (!StoredForm.isSameWrite(recorded, mine)) {
                                        throw otherwise instanceof RuntimeException e ? e : lost(now);
                                    }
                                })
                                .replaceWithVoid());
    }

    private static RuntimeException lost(BsonDocument now) {
        return Preconditions.stale(now == null ? 0 : now.getInt32("revision").getValue());
    }
}

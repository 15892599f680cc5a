package org.counterclaim.kit.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.quarkus.mongodb.FindOptions;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.counterclaim.kit.editorial.EditorialStatus;

/** What has to be done to one kind of aggregate without being asked. */
public final class Upkeep<T extends Aggregate<T>> {

    private static final int SWEPT_AT_ONCE = 100;

    private final Documents current;
    private final StoredForm<T> form;
    private final Recorder<T> recorder;

    Upkeep(Documents current, StoredForm<T> form, Recorder<T> recorder) {
        this.current = current;
        this.form = form;
        this.recorder = recorder;
    }

    /** Makes the index that the sweep looks at. */
    void prepare(MongoDatabase database) {
        database.getCollection(form.collection())
                .createIndex(Indexes.ascending(StoredForm.UNRECORDED), new IndexOptions().sparse(true));
    }

    /** The kind, as the feed names it. */
    String kind() {
        return form.type();
    }

    /** Whether an editor has to look at it before readers do. */
    boolean isReviewed() {
        return form.editorial().isPresent();
    }

    /** How many wait for an editor. */
    Uni<Long> inReview() {
        return current.count(eq(form.editorial().orElseThrow() + ".status", EditorialStatus.IN_REVIEW.name()));
    }

    /**
     * Records what writers left unrecorded.
     *
     * @param before only what was committed by then: a writer who is still there does it himself
     * @return how many they were
     */
    Uni<Long> sweep(Instant before) {
        return each(and(eq(StoredForm.UNRECORDED, true), lte("updatedAt", before)), SWEPT_AT_ONCE, recorder::record);
    }

    /** Brings documents of an older schema version, and restored ones, to what is written today, in their place: no revision comes of it. */
    Uni<Long> migrate() {
        return each(
                form.outdated(),
                0,
                document ->
                        current.replace(same(document), form.migrated(document)).replaceWithVoid());
    }

    /**
     * Brings members that follow from other things up to date, in their place: no revision comes of it. Whoever writes in between
     * was first, and it is done again on what he wrote.
     */
    public Uni<Void> refresh(String id, Function<T, Uni<T>> refreshed) {
        return current.first(eq("_id", id))
                .chain(document -> document == null || StoredForm.isDeleted(document)
                        ? Uni.createFrom().voidItem()
                        : refreshed
                                .apply(form.read(document))
                                .chain(now -> keep(document, form.refreshed(document, now)))
                                .chain(kept -> kept ? Uni.createFrom().voidItem() : refresh(id, refreshed)));
    }

    private Uni<Boolean> keep(BsonDocument document, BsonDocument refreshed) {
        return refreshed.equals(document)
                ? Uni.createFrom().item(true)
                : current.replace(same(document), refreshed).map(Objects::nonNull);
    }

    private Uni<Long> each(Bson filter, int limit, Function<BsonDocument, Uni<Void>> what) {
        return current.all(filter, new FindOptions().limit(limit))
                .onItem()
                .transformToUniAndConcatenate(document -> what.apply(document).replaceWith(document))
                .collect()
                .with(Collectors.counting());
    }

    /** What no writer has touched since it was read. */
    private static Bson same(BsonDocument document) {
        return and(
                eq("_id", document.get("_id")),
                eq(StoredForm.WRITE_ID, document.get(StoredForm.WRITE_ID)),
                eq(StoredForm.REFRESHED, document.get(StoredForm.REFRESHED)),
                exists(StoredForm.UNRECORDED, StoredForm.isUnrecorded(document)));
    }
}

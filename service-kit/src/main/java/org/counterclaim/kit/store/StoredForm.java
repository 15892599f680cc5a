package org.counterclaim.kit.store;

import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.editorial.Editorial;

/**
 * How an aggregate stands in the store: its own members, and beside them who changed it and where the write of it stands.
 *
 * @param <T> the aggregate, a record that the driver's codecs can read and write
 */
public final class StoredForm<T extends Aggregate<T>> {

    static final String UNRECORDED = "unrecorded";
    static final String DELETED = "deleted";
    static final String SCHEMA_VERSION = "schemaVersion";
    static final String WRITE_ID = "writeId";

    /** What current documents are found by beside their own members; made of these at each write, never read, in no record. */
    public static final String FIND_BY = "findBy";

    /** How often the document was brought up to date since it was written. */
    static final String REFRESHED = "refreshed";

    private final String type;
    private final String collection;
    private final List<UnaryOperator<BsonDocument>> upcasts;
    private final RecordForm<T> aggregates;
    private final RecordForm<Change> changes;
    private final Function<T, BsonDocument> findBy;

    /** The form of what is found by its own members alone. */
    public StoredForm(String type, String collection, Class<T> aggregate, List<UnaryOperator<BsonDocument>> upcasts) {
        this(type, collection, aggregate, upcasts, null);
    }

    /**
     * @param type the kind of aggregate, as the change feed names it
     * @param collection where the current documents stand
     * @param upcasts what lifts a document from schema version 1 to 2, from 2 to 3 and so on; this code writes the last
     * @param findBy what else an aggregate is found by; when this changes, a version is due, so that what is stored follows
     */
    public StoredForm(
            String type,
            String collection,
            Class<T> aggregate,
            List<UnaryOperator<BsonDocument>> upcasts,
            Function<T, BsonDocument> findBy) {
        this.type = type;
        this.collection = collection;
        this.upcasts = upcasts;
        this.findBy = findBy;
        this.aggregates = new RecordForm<>(aggregate);
        this.changes = new RecordForm<>(Change.class);
    }

    String type() {
        return type;
    }

    /** The member that says where the newsroom has got to with it; empty if it needs no editor. */
    Optional<String> editorial() {
        return aggregates.memberOf(Editorial.class);
    }

    String collection() {
        return collection;
    }

    int schemaVersion() {
        return upcasts.size() + 1;
    }

    BsonDocument write(T aggregate, Change change) {
        BsonDocument document = aggregates.write(aggregate);
        document.put("change", changes.write(change));
        document.put(SCHEMA_VERSION, new BsonInt32(schemaVersion()));
        document.put(WRITE_ID, new BsonString(UUID.randomUUID().toString()));
        document.put(UNRECORDED, BsonBoolean.TRUE);
        return findable(document, aggregate);
    }

    /** What stays in the place of something that was deleted. */
    BsonDocument tombstone(T aggregate, Change change) {
        return write(aggregate.redacted(), change).append(DELETED, BsonBoolean.TRUE);
    }

    T read(BsonDocument document) {
        return aggregates.read(lifted(document));
    }

    /** Who made the revision that the document has, and why. */
    Change changeOf(BsonDocument document) {
        return changes.read(document.getDocument("change"));
    }

    /** The same revision with the aggregate's members brought up to date; it counts how often that was done. */
    BsonDocument refreshed(BsonDocument document, T aggregate) {
        BsonDocument refreshed = document.clone();
        refreshed.putAll(aggregates.write(aggregate));
        if (refreshed.equals(document)) {
            return document;
        }
        int times = document.getInt32(REFRESHED, new BsonInt32(0)).getValue();
        return findable(refreshed.append(REFRESHED, new BsonInt32(times + 1)), aggregate);
    }

    T readRecord(BsonDocument record) {
        BsonDocument document = record.clone();
        document.put("_id", record.get("id"));
        return read(document);
    }

    Recorded<T> readRecorded(BsonDocument record) {
        return new Recorded<>(readRecord(record), changes.read(record.getDocument("change")));
    }

    /** The same in today's schema version. */
    BsonDocument lifted(BsonDocument document) {
        BsonDocument lifted = document;
        for (int version = versionOf(document); version < schemaVersion(); version++) {
            lifted = upcasts.get(version - 1).apply(lifted.clone());
            lifted.put(SCHEMA_VERSION, new BsonInt32(version + 1));
        }
        return lifted;
    }

    /** The same as this code would write it. */
    BsonDocument migrated(BsonDocument document) {
        BsonDocument lifted = lifted(document).clone();
        return findable(lifted, aggregates.read(lifted));
    }

    /** What is not as this code would write it: of an older version, or restored from records, in which nothing is to be found by. */
    Bson outdated() {
        Bson older = Filters.lt(SCHEMA_VERSION, schemaVersion());
        return findBy == null ? older : Filters.or(older, Filters.exists(FIND_BY, false));
    }

    private BsonDocument findable(BsonDocument document, T aggregate) {
        return findBy == null ? document : document.append(FIND_BY, findBy.apply(aggregate));
    }

    /** An immutable record of the revision: the same members under an id of its own, and whom it concerns. */
    BsonDocument toRecord(BsonDocument document, BsonDocument reach) {
        BsonDocument record = document.clone();
        record.remove(UNRECORDED);
        record.remove(FIND_BY);
        record.remove(REFRESHED);
        record.put("_id", new BsonString(recordId(document)));
        record.put("id", document.get("_id"));
        record.put("type", new BsonString(type));
        record.put(RecordedReach.MEMBER, reach);
        return record;
    }

    /** The record with its text gone; who did what, when, and its place in the feed stay. */
    BsonDocument redactRecord(BsonDocument record) {
        BsonDocument redacted = record.clone();
        redacted.putAll(aggregates.write(readRecord(record).redacted()));
        redacted.put("_id", record.get("_id"));
        redacted.put(SCHEMA_VERSION, new BsonInt32(schemaVersion()));
        return redacted;
    }

    static boolean isUnrecorded(BsonDocument document) {
        return document.containsKey(UNRECORDED);
    }

    static boolean isDeleted(BsonDocument document) {
        return document.containsKey(DELETED);
    }

    static String recordId(BsonDocument document) {
        return document.getString("_id").getValue() + ":"
                + document.getInt32("revision").getValue();
    }

    static boolean isSameWrite(BsonDocument found, BsonDocument mine) {
        return found != null && mine.get(WRITE_ID).equals(found.get(WRITE_ID));
    }

    private static int versionOf(BsonDocument document) {
        return document.getInt32(SCHEMA_VERSION, new BsonInt32(1)).getValue();
    }
}

package org.counterclaim.kit.store;

import com.mongodb.MongoClientSettings;
import java.util.UUID;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.counterclaim.kit.editorial.Change;

/**
 * How an aggregate stands in the store: its own members, and beside them who changed it and where the write of it stands.
 *
 * @param <T> the aggregate, a record that the driver's codecs can read and write
 */
public final class StoredForm<T extends Aggregate<T>> {

    static final String UNRECORDED = "unrecorded";
    private static final String WRITE_ID = "writeId";

    private final String type;
    private final int schemaVersion;
    private final Codec<T> aggregates;
    private final Codec<Change> changes;

    /**
     * @param type the kind of aggregate, which is the name of its collection
     * @param schemaVersion version of the form that this code writes
     */
    public StoredForm(String type, int schemaVersion, Class<T> aggregate) {
        CodecRegistry codecs = MongoClientSettings.getDefaultCodecRegistry();
        this.type = type;
        this.schemaVersion = schemaVersion;
        this.aggregates = codecs.get(aggregate);
        this.changes = codecs.get(Change.class);
    }

    String type() {
        return type;
    }

    BsonDocument write(T aggregate, Change change) {
        BsonDocument document = encode(aggregates, aggregate);
        document.put("change", encode(changes, change));
        document.put("schemaVersion", new BsonInt32(schemaVersion));
        document.put(WRITE_ID, new BsonString(UUID.randomUUID().toString()));
        document.put(UNRECORDED, BsonBoolean.TRUE);
        return document;
    }

    T read(BsonDocument document) {
        return aggregates.decode(
                new BsonDocumentReader(document), DecoderContext.builder().build());
    }

    T readRecord(BsonDocument record) {
        BsonDocument document = record.clone();
        document.put("_id", record.get("id"));
        return read(document);
    }

    /** An immutable record of the revision: the same members under an id of its own. */
    BsonDocument toRecord(BsonDocument document) {
        BsonDocument record = document.clone();
        record.remove(UNRECORDED);
        record.put("_id", new BsonString(recordId(document)));
        record.put("id", document.get("_id"));
        record.put("type", new BsonString(type));
        return record;
    }

    BsonDocument redactRecord(BsonDocument record) {
        BsonDocument redacted = encode(aggregates, readRecord(record).redacted());
        redacted.put("change", record.get("change"));
        redacted.put("schemaVersion", record.get("schemaVersion"));
        redacted.put(WRITE_ID, record.get(WRITE_ID));
        return toRecord(redacted);
    }

    boolean isUnrecorded(BsonDocument document) {
        return document.containsKey(UNRECORDED);
    }

    static String recordId(BsonDocument document) {
        return document.getString("_id").getValue() + ":"
                + document.getInt32("revision").getValue();
    }

    static boolean isSameWrite(BsonDocument found, BsonDocument mine) {
        return found != null && mine.get(WRITE_ID).equals(found.get(WRITE_ID));
    }

    private static <V> BsonDocument encode(Codec<V> codec, V value) {
        BsonDocument document = new BsonDocument();
        codec.encode(
                new BsonDocumentWriter(document),
                value,
                EncoderContext.builder().build());
        return document;
    }
}

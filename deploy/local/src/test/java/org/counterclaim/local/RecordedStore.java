package org.counterclaim.local;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** A store with a service's records in it, written as the services write them. */
final class RecordedStore implements AutoCloseable {

    private final MongoClient client;

    RecordedStore(String uri) {
        this.client = MongoClients.create(uri);
    }

    /** What a service makes when it is started. */
    RecordedStore started() {
        for (String service : Records.SERVICES) {
            collection(service, "revisions").createIndex(Indexes.ascending("seq"), new IndexOptions().unique(true));
            count(service, 0);
        }
        return this;
    }

    void count(String service, long value) {
        for (String counter : List.of("seq", "settled")) {
            collection(service, "counters")
                    .replaceOne(
                            eq("_id", counter),
                            BsonDocument.parse(
                                    "{'_id': '%s', 'value': {'$numberLong': '%d'}}".formatted(counter, value)),
                            new ReplaceOptions().upsert(true));
        }
    }

    /** Commits a revision. */
    BsonDocument commit(String service, String collection, String id, int revision) {
        BsonDocument document = new BsonDocument("_id", new BsonString(id))
                .append("revision", new BsonInt32(revision))
                .append(
                        "content",
                        new BsonDocument("type", new BsonString("Person")).append("n", new BsonInt64(1L << 60)))
                .append("updatedAt", new BsonDateTime(1_700_000_000_123L))
                .append("writeId", new BsonString("w-" + id + revision))
                .append("unrecorded", BsonBoolean.TRUE);
        collection(service, collection).replaceOne(eq("_id", id), document, new ReplaceOptions().upsert(true));
        return document;
    }

    /** Records what was committed. */
    BsonDocument record(String service, String type, BsonDocument document, long seq) {
        BsonDocument record = document.clone();
        String id = document.getString("_id").getValue();
        record.remove("unrecorded");
        record.put(
                "_id", new BsonString(id + ":" + document.getInt32("revision").getValue()));
        record.append("id", new BsonString(id)).append("type", new BsonString(type));
        record.append("reach", new BsonDocument("is", BsonBoolean.TRUE)).append("seq", new BsonInt64(seq));
        collection(service, "revisions").insertOne(record);
        return record;
    }

    void finish(String service, String collection, BsonDocument document) {
        document.remove("unrecorded");
        collection(service, collection).replaceOne(eq("_id", document.get("_id")), document);
    }

    /** All of it at once. */
    BsonDocument write(String service, String type, String id, int revision, long seq) {
        String collection = Records.currentCollection(type);
        BsonDocument document = commit(service, collection, id, revision);
        BsonDocument record = record(service, type, document, seq);
        finish(service, collection, document);
        count(service, seq);
        return record;
    }

    List<BsonDocument> all(String service, String collection) {
        return collection(service, collection)
                .find()
                .sort(Indexes.ascending(collection.equals("revisions") ? "seq" : "_id"))
                .into(new ArrayList<>());
    }

    MongoCollection<BsonDocument> collection(String service, String collection) {
        return client.getDatabase(service).getCollection(collection, BsonDocument.class);
    }

    @Override
    public void close() {
        client.close();
    }
}

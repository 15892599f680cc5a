package org.counterclaim.local;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/** Puts the records of one service into its empty database, and makes of them what is current. */
final class RecordLoader {

    private static final int RECORDS_AT_ONCE = 500;
    private static final int CHARACTERS_AT_ONCE = 4 << 20;
    private static final ReplaceOptions OR_INSERT = new ReplaceOptions().upsert(true);

    private final MongoDatabase database;
    private final Manifest.Part part;
    private final Set<String> unfinished;
    private final List<BsonDocument> batch = new ArrayList<>();
    private int characters;
    private long last;

    RecordLoader(MongoDatabase database, Manifest.Part part) {
        this.database = database;
        this.part = part;
        this.unfinished = Set.copyOf(part.unfinished());
    }

    void load(Path folder) throws IOException {
        // the services make it too; with it the embedded store finds a number without looking at all records
        database.getCollection(Records.COLLECTION)
                .createIndex(Indexes.ascending(Records.SEQ), new IndexOptions().unique(true));
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve(part.file()))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(BsonDocument.parse(line), line.length());
            }
        }
        write();
        if (last != part.seq()) {
            throw Refusal.because(
                    "The file " + part.file() + " ends with number " + last + " and not " + part.seq() + ".");
        }
        count();
    }

    private void add(BsonDocument record, int length) {
        if (Records.seqOf(record) != ++last) {
            throw Refusal.because("Line " + last + " of " + part.file() + " has number " + Records.seqOf(record) + ".");
        }
        batch.add(record);
        characters += length;
        if (batch.size() == RECORDS_AT_ONCE || characters > CHARACTERS_AT_ONCE) {
            write();
        }
    }

    private void write() {
        if (batch.isEmpty()) {
            return;
        }
        database.getCollection(Records.COLLECTION, BsonDocument.class).insertMany(batch);
        current()
                .forEach((collection, documents) -> database.getCollection(collection, BsonDocument.class)
                        .bulkWrite(documents.values().stream()
                                .map(document -> new ReplaceOneModel<>(
                                        Filters.eq("_id", document.get("_id")), document, OR_INSERT))
                                .toList()));
        batch.clear();
        characters = 0;
    }

    /** What is current after this batch, by collection and id: a later record of a thing replaces an earlier one. */
    private Map<String, Map<BsonValue, BsonDocument>> current() {
        Map<String, Map<BsonValue, BsonDocument>> current = new HashMap<>();
        for (BsonDocument record : batch) {
            String collection = Records.currentCollection(Records.kindOf(record));
            if (collection != null) {
                current.computeIfAbsent(collection, none -> new LinkedHashMap<>())
                        .put(record.get("id"), current(record));
            }
        }
        return current;
    }

    /** What its writer had not done with is marked again, so that the services finish it. */
    private BsonDocument current(BsonDocument record) {
        BsonDocument current = Records.current(record);
        return unfinished.contains(record.getString("_id").getValue())
                ? current.append(Records.UNRECORDED, BsonBoolean.TRUE)
                : current;
    }

    /** New writes go on with the next number. */
    private void count() {
        for (String counter : Records.COUNTER_IDS) {
            Bson same = Filters.eq("_id", counter);
            BsonDocument value =
                    new BsonDocument("_id", new BsonString(counter)).append("value", new BsonInt64(part.seq()));
            database.getCollection(Records.COUNTERS, BsonDocument.class).replaceOne(same, value, OR_INSERT);
        }
    }
}

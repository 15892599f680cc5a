package org.counterclaim.local;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * Writes to a collection of its own as fast as it can, and knows what was acknowledged. Under each key stands at most one document,
 * or none after a deletion; each revision of it has a unique slug.
 */
final class Writer {

    private static final int KEYS = 150;

    private final String name;
    private final Random random;
    private final String filler;

    /** Last acknowledged revision by key; 0 when the key's document was deleted. */
    private final Map<String, Integer> acknowledged = new HashMap<>();

    /** What was released by a deletion or a replacement that was acknowledged, or came to nothing. */
    private final List<String> freeSlugs = new ArrayList<>();

    private String openKey;
    private int openRevision;
    private int revisions;
    private int writes;

    Writer(String name, long seed) {
        this.name = name;
        this.random = new Random(seed);
        this.filler = "x".repeat(1_500);
    }

    int writes() {
        return writes;
    }

    /**
     * Until the store is gone.
     *
     * @param acknowledgement told of each write that was acknowledged
     */
    void writeTo(MongoClient client, Runnable acknowledgement) {
        MongoCollection<Document> documents = documents(client);
        try {
            documents.createIndex(ascending("slug"), new IndexOptions().unique(true));
            while (true) {
                write(documents);
                acknowledgement.run();
            }
        } catch (MongoException gone) {
            // what was under way is open
        }
    }

    private void write(MongoCollection<Document> documents) {
        openKey = "k" + random.nextInt(KEYS);
        int before = acknowledged.getOrDefault(openKey, 0);
        openRevision = before > 0 && random.nextInt(4) == 0 ? 0 : ++revisions;
        if (before == 0) {
            documents.insertOne(document(openKey, openRevision));
        } else if (openRevision == 0) {
            assertEquals(1, documents.deleteOne(eq("key", openKey)).getDeletedCount());
        } else {
            Document next = document(openKey, openRevision);
            next.remove("_id");
            Document found = documents.findOneAndReplace(eq("slug", slug(openKey, before)), next);
            assertEquals(before, found.getInteger("head"));
        }
        release(openKey, before);
        acknowledged.put(openKey, openRevision);
        openKey = null;
        writes++;
    }

    private void release(String key, int revision) {
        if (revision > 0) {
            freeSlugs.add(slug(key, revision));
        }
    }

    /**
     * Fails if what is there is not what was acknowledged.
     *
     * @return whether the write that was under way is there
     */
    boolean check(MongoClient client) {
        Map<String, Integer> there = new HashMap<>();
        for (Document document : documents(client).find()) {
            int revision = document.getInteger("head");
            assertEquals(revision, document.getInteger("tail"), "Half a document");
            assertEquals(filler.length(), document.getString("filler").length(), "Half a document");
            assertEquals(slug(document.getString("key"), revision), document.getString("slug"), "Half a document");
            assertEquals(null, there.put(document.getString("key"), revision), "A document is doubled");
        }
        boolean done = settle(there);
        acknowledged.values().removeIf(revision -> revision == 0);
        assertEquals(acknowledged, there, "What is there is not what was acknowledged");
        checkIndex(documents(client));
        return done;
    }

    /** Both outcomes of what was under way are right. */
    private boolean settle(Map<String, Integer> there) {
        if (openKey == null) {
            return false;
        }
        int before = acknowledged.getOrDefault(openKey, 0);
        int now = there.getOrDefault(openKey, 0);
        assertTrue(now == before || now == openRevision, "Neither before nor after: " + now);
        release(openKey, now == before ? openRevision : before);
        acknowledged.put(openKey, now);
        openKey = null;
        return now != before;
    }

    /** What is taken is taken, and what was released is free. */
    private void checkIndex(MongoCollection<Document> documents) {
        acknowledged.entrySet().stream().limit(10).forEach(entry -> {
            Document same =
                    document("k-other", entry.getValue()).append("slug", slug(entry.getKey(), entry.getValue()));
            assertThrows(MongoWriteException.class, () -> documents.insertOne(same), "The index has lost an entry");
        });
        List<String> last = freeSlugs.subList(Math.max(0, freeSlugs.size() - 10), freeSlugs.size());
        for (String slug : last) {
            Document free = document("k-other", 1).append("slug", slug);
            documents.insertOne(free);
            documents.deleteOne(eq("_id", free.get("_id")));
        }
        freeSlugs.clear();
    }

    private Document document(String key, int revision) {
        return new Document("_id", new ObjectId())
                .append("key", key)
                .append("slug", slug(key, revision))
                .append("head", revision)
                .append("filler", filler)
                .append("tail", revision);
    }

    private static String slug(String key, int revision) {
        return key + "-" + revision;
    }

    private MongoCollection<Document> documents(MongoClient client) {
        return client.getDatabase(name).getCollection("documents");
    }
}

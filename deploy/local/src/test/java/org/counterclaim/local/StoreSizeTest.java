package org.counterclaim.local;

import static com.mongodb.client.model.Filters.eq;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreSizeTest {

    private static final int DOCUMENTS = 500;
    private static final int LENGTH = 2_000;

    @TempDir
    Path temp;

    /** Without cleaning up it has eleven times the size of what is in it, whoever writes one at a time. */
    @Test
    void theFileDoesNotOutgrowWhatIsInIt() throws IOException {
        Path file = temp.resolve("store.mv");
        try (EmbeddedMongo store = EmbeddedMongo.at(file);
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> documents = client.getDatabase("d").getCollection("c");
            for (int i = 0; i < DOCUMENTS; i++) {
                documents.insertOne(document(i));
            }
            for (int i = 0; i < DOCUMENTS; i++) {
                documents.replaceOne(eq("_id", i * 7 % DOCUMENTS), document(i * 7 % DOCUMENTS));
            }
            assertSize(file, 8);
        }
        assertSize(file, 2);
    }

    private static Document document(int i) {
        return new Document("_id", i).append("text", ("" + i).repeat(LENGTH).substring(0, LENGTH));
    }

    private static void assertSize(Path file, int times) throws IOException {
        double ratio = (double) Files.size(file) / (DOCUMENTS * LENGTH);
        assertTrue(ratio < times, "The file has " + ratio + " times the size of what is in it");
    }
}

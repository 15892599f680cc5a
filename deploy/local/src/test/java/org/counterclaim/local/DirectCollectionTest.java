package org.counterclaim.local;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

class DirectCollectionTest {

    @Test
    void anIdIsFoundWhateverElseIsAsked() {
        try (EmbeddedMongo store = EmbeddedMongo.inMemory();
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> things = client.getDatabase("test").getCollection("things");
            for (int i = 0; i < 5; i++) {
                things.insertOne(new Document("_id", "t" + i).append("n", i));
            }
            assertEquals(List.of("t3"), found(things, eq("_id", "t3")));
            assertEquals(List.of("t3"), found(things, and(eq("_id", "t3"), exists("gone", false))));
            assertEquals(List.of("t3"), found(things, and(exists("gone", false), and(eq("n", 3), eq("_id", "t3")))));
            assertEquals(List.of(), found(things, and(eq("_id", "t3"), eq("n", 4))));
            assertEquals(List.of(), found(things, and(eq("_id", "t9"), exists("gone", false))));
            assertEquals(List.of("t1", "t4"), found(things, and(in("_id", "t4", "t9", "t1", "t4"), ne("n", 2))));
            assertEquals(List.of("t1"), found(things, and(in("_id", "t4", "t1"), eq("_id", "t1"))));
            assertEquals(List.of("t0", "t2"), found(things, or(eq("_id", "t2"), eq("n", 0))));
            assertEquals(List.of("t0", "t1", "t3", "t4"), found(things, ne("_id", "t2")));
        }
    }

    @Test
    void whatIsFoundByItsIdIsChangedThere() {
        try (EmbeddedMongo store = EmbeddedMongo.inMemory();
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> things = client.getDatabase("test").getCollection("things");
            things.insertOne(new Document("_id", "t1").append("n", 1));
            assertNull(things.findOneAndReplace(and(eq("_id", "t1"), eq("n", 2)), new Document("n", 3)));
            assertEquals(
                    1,
                    things.findOneAndReplace(and(eq("_id", "t1"), eq("n", 1)), new Document("n", 3))
                            .get("n"));
            assertEquals(
                    1,
                    things.updateOne(and(eq("_id", "t1"), eq("n", 3)), new Document("$set", new Document("n", 4)))
                            .getModifiedCount());
            assertEquals(0, things.deleteMany(and(eq("_id", "t1"), eq("n", 3))).getDeletedCount());
            assertEquals(1, things.deleteMany(and(eq("_id", "t1"), eq("n", 4))).getDeletedCount());
        }
    }

    private static List<String> found(MongoCollection<Document> things, Bson filter) {
        return things.find(filter).map(thing -> thing.getString("_id")).into(new ArrayList<>());
    }
}

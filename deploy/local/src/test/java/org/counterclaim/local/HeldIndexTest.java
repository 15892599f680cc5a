package org.counterclaim.local;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

/** What is found by an index is what is found without one, whatever was written before. */
class HeldIndexTest {

    private static final List<Bson> QUERIES = List.of(
            eq("word", "w1"),
            in("word", "w1", "w2", "nobody"),
            and(eq("word", "w1"), ne("n", 3)),
            and(eq("mark", true), eq("items.word", "w2")),
            or(eq("word", "w1"), eq("items.word", "w1")),
            or(eq("word", "w1"), eq("n", 2)),
            and(or(in("word", "w0", "w1"), in("items.word", "w2")), exists("mark", false)),
            eq("word", null),
            in("word", "w1", null),
            ne("word", "w1"),
            eq("n", 2),
            and(in("_id", "t1", "t7"), eq("word", "w1")));

    @Test
    void itFindsWhatIsFoundWithoutIt() {
        try (EmbeddedMongo store = EmbeddedMongo.inMemory();
                MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> indexed = client.getDatabase("test").getCollection("indexed");
            MongoCollection<Document> plain = client.getDatabase("test").getCollection("plain");
            Random random = new Random(7);
            for (int step = 0; step < 400; step++) {
                if (step == 100) {
                    Stream.of("word", "items.word", "mark")
                            .forEach(member -> indexed.createIndex(
                                    Indexes.compoundIndex(Indexes.ascending(member), Indexes.descending("n"))));
                }
                int seed = random.nextInt();
                write(indexed, new Random(seed));
                write(plain, new Random(seed));
                Bson query = QUERIES.get(step % QUERIES.size());
                assertEquals(found(plain, query), found(indexed, query), query::toString);
                assertEquals(plain.countDocuments(query), indexed.countDocuments(query));
            }
        }
    }

    private static void write(MongoCollection<Document> things, Random random) {
        Bson one = eq("_id", "t" + random.nextInt(40));
        switch (random.nextInt(5)) {
            case 0 -> things.deleteOne(one);
            case 1 -> things.updateOne(one, new Document("$set", new Document("word", "w" + random.nextInt(4))));
            case 2 -> things.updateMany(eq("word", "w1"), new Document("$unset", new Document("mark", "")));
            default -> {
                things.deleteOne(one);
                things.insertOne(thing(random)
                        .append("_id", one.toBsonDocument().getString("_id").getValue()));
            }
        }
    }

    private static Document thing(Random random) {
        Document thing = new Document("n", random.nextInt(5))
                .append(
                        "items",
                        IntStream.range(0, random.nextInt(3))
                                .mapToObj(i -> new Document(Map.of("word", "w" + random.nextInt(4))))
                                .toList());
        return random.nextBoolean()
                ? thing.append("word", "w" + random.nextInt(4)).append("mark", true)
                : thing.append("word", List.of("w" + random.nextInt(4), "w" + random.nextInt(4)));
    }

    private static List<String> found(MongoCollection<Document> things, Bson filter) {
        return things.find(filter).map(thing -> thing.getString("_id")).into(new ArrayList<>());
    }
}

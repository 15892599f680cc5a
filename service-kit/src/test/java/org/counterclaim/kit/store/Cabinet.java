package org.counterclaim.kit.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.quarkus.mongodb.impl.ReactiveMongoClientImpl;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.counterclaim.local.EmbeddedMongo;

/** A database of notes in a real store, new for each test, and the actors that work on it. */
public final class Cabinet implements AutoCloseable {

    private static final EmbeddedMongo MONGO = EmbeddedMongo.inMemory();
    private static final String URI = System.getenv().getOrDefault("MONGODB_URI", MONGO.uri());
    private static final MongoClient SYNC = MongoClients.create(URI);
    private static final ReactiveMongoClientImpl REACTIVE =
            new ReactiveMongoClientImpl(com.mongodb.reactivestreams.client.MongoClients.create(URI));

    private final String name = "notes-" + UUID.randomUUID();
    public final ReactiveMongoDatabase database = REACTIVE.getDatabase(name);

    public Cabinet() {
        Revisions.prepare(SYNC.getDatabase(name));
    }

    /** Somebody who writes notes, whose calls may not get through. */
    public RevisionStore<Note> actor(StoreCalls calls) {
        return storeOn(StoreCalls.through(calls, database));
    }

    /** Somebody whose calls all get through. */
    public RevisionStore<Note> actor() {
        return storeOn(database);
    }

    private static RevisionStore<Note> storeOn(ReactiveMongoDatabase database) {
        StoredForm<Note> form = new StoredForm<>("note", "notes", Note.class, List.of());
        return new RevisionStore<>(
                database,
                new Revisions(database),
                form,
                note -> Uni.createFrom().item(note.reach()),
                (note, change) -> tell(database, note));
    }

    /** What a revision brings about here: it is told elsewhere. */
    private static Uni<Void> tell(ReactiveMongoDatabase database, Note note) {
        return new Documents(database, "told")
                .put(new BsonDocument("_id", new BsonString(note.id() + ":" + note.revision())));
    }

    /** The revisions that were told elsewhere. */
    Set<String> told() {
        return SYNC.getDatabase(name)
                .getCollection("told", BsonDocument.class)
                .find()
                .map(told -> told.getString("_id").getValue())
                .into(new HashSet<>());
    }

    /** As somebody does who dies before he uses it. */
    void takeNumber() {
        SYNC.getDatabase(name).getCollection("counters").updateOne(Filters.eq("_id", "seq"), Updates.inc("value", 1L));
    }

    void sweep() {
        await(actor().upkeep().sweep(Instant.now()));
    }

    /** The current documents, as they are stored. */
    public List<BsonDocument> documents() {
        return SYNC.getDatabase(name)
                .getCollection("notes", BsonDocument.class)
                .find()
                .into(new ArrayList<>());
    }

    /** Everything that a reader of the feed gets who is patient enough for its gaps. */
    List<BsonDocument> feed() {
        AtomicLong time = new AtomicLong();
        Feed feed = new Feed(new Revisions(database), time::get, 3);
        List<BsonDocument> read = new ArrayList<>();
        long last = SYNC.getDatabase(name).getCollection("revisions").countDocuments();
        for (int poll = 0; poll < 9 && feed.head() < last; poll++) {
            await(feed.poll());
            time.addAndGet(1_000_000_000L);
            read.addAll(await(feed.after(read.size(), 1_000, Duration.ZERO)));
        }
        return read;
    }

    public static <T> T await(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(10));
    }

    @Override
    public void close() {
        SYNC.getDatabase(name).drop();
    }
}

package org.counterclaim.local;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bson.BsonDocument;

/** What one service has recorded, to be read while it goes on. */
final class RecordedService {

    /** Small enough for any size of documents, and found by the numbers' index in the embedded store too. */
    private static final int AT_ONCE = 200;

    private static final Duration POLL = Duration.ofMillis(100);

    private final MongoDatabase database;
    private final Deadline patience;

    /** @param patience for writers that have a number and have not written under it yet */
    RecordedService(MongoDatabase database, Deadline patience) {
        this.database = database;
        this.patience = patience;
    }

    /** The last number that was given: whatever was acknowledged by now has this one or a smaller one. */
    long head() {
        BsonDocument counter = database.getCollection(Records.COUNTERS, BsonDocument.class)
                .find(eq("_id", Records.SEQ))
                .first();
        return counter == null ? 0 : counter.getNumber("value").longValue();
    }

    /** The records that go with what is committed and may not be recorded in full. */
    Set<String> unrecorded() {
        Set<String> ids = new HashSet<>();
        for (String collection : Records.currentCollections()) {
            database.getCollection(collection, BsonDocument.class)
                    .find(eq(Records.UNRECORDED, true))
                    .map(Records::recordId)
                    .into(ids);
        }
        return ids;
    }

    /** Waits until what is committed by now is recorded too: those who read it may speak of it. */
    void awaitRecorded() {
        Set<String> open = unrecorded();
        while (!open.isEmpty() && !patience.isOver()) {
            Pause.of(POLL);
            open.retainAll(unrecorded());
        }
    }

    /**
     * Everything up to that number, page by page, without a gap. Nobody comes any more for a number that is still missing when
     * patience is over: it is given as one that is not used, which is what the services make of it too.
     */
    void upTo(long head, Page page) throws IOException {
        for (long from = 1; from <= head; from += AT_ONCE) {
            page.read(page(from, Math.min(head, from + AT_ONCE - 1)));
        }
    }

    private List<BsonDocument> page(long from, long to) {
        TreeMap<Long, BsonDocument> found = new TreeMap<>(find(LongStream.rangeClosed(from, to)));
        while (found.size() <= to - from && !patience.isOver()) {
            Pause.of(POLL);
            found.putAll(find(LongStream.rangeClosed(from, to).filter(seq -> !found.containsKey(seq))));
        }
        LongStream.rangeClosed(from, to).forEach(seq -> found.computeIfAbsent(seq, Records::unused));
        return new ArrayList<>(found.values());
    }

    private Map<Long, BsonDocument> find(LongStream numbers) {
        MongoCollection<BsonDocument> records = database.getCollection(Records.COLLECTION, BsonDocument.class);
        return records
                .find(in(Records.SEQ, numbers.boxed().toList()))
                .sort(ascending(Records.SEQ))
                .into(new ArrayList<>())
                .stream()
                .collect(Collectors.toMap(Records::seqOf, Function.identity()));
    }

    /** Takes some records. */
    @FunctionalInterface
    interface Page {
        void read(List<BsonDocument> records) throws IOException;
    }
}

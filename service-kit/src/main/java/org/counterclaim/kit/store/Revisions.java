package org.counterclaim.kit.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.counterclaim.kit.page.Cursors;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;

/**
 * The records of everything that was ever committed in a service, each under a number of one sequence. A number that was taken
 * and never used (its taker died) is sealed by a reader that has waited for it, so that the sequence has no gap.
 */
public final class Revisions {

    static final String SEQ = "seq";
    static final String VOID = "void";
    private static final String RECORDS = "revisions";
    private static final String COUNTERS = "counters";

    /** How far the sequence is known to have no gap. */
    private static final String SETTLED = "settled";

    private final Documents records;
    private final Documents counters;

    public Revisions(ReactiveMongoDatabase database) {
        this.records = new Documents(database, RECORDS);
        this.counters = new Documents(database, COUNTERS);
    }

    /** Makes the indexes that the guarantees rest on, and the counters. */
    static void prepare(MongoDatabase database) {
        MongoCollection<Document> records = database.getCollection(RECORDS);
        records.createIndex(ascending(SEQ), new IndexOptions().unique(true));
        records.createIndex(ascending("id", "revision"));
        for (String counter : List.of(SEQ, SETTLED)) {
            database.getCollection(COUNTERS)
                    .updateOne(eq("_id", counter), Updates.max("value", 0L), new UpdateOptions().upsert(true));
        }
    }

    /**
     * Keeps a record under a new number, unless it is there already. A number that turns out not to be needed is sealed at once,
     * so that no reader has to wait for it.
     */
    Uni<Void> append(BsonDocument record) {
        return number().chain(seq -> records.insert(numbered(record, seq))
                .onFailure(Duplicate::is)
                .recoverWithUni(duplicate -> find(record.getString("_id").getValue())
                        .chain(known -> known == null ? append(record) : seal(seq))));
    }

    /**
     * Records that something which has no revisions of its own changed for readers. The same note is kept once.
     *
     * @param type kind of thing, as the feed names it
     * @param revision tells the notes on one thing apart
     */
    public Uni<Void> note(String type, String id, int revision, Instant at, Reach before, Reach now) {
        return append(new BsonDocument("_id", new BsonString(type + ":" + id + ":" + revision))
                .append("id", new BsonString(id))
                .append("type", new BsonString(type))
                .append("revision", new BsonInt32(revision))
                .append("updatedAt", new BsonDateTime(at.toEpochMilli()))
                .append(RecordedReach.MEMBER, RecordedReach.between(before, now).stored()));
    }

    /** The record of this id, null if there is none. */
    Uni<BsonDocument> find(String recordId) {
        return records.first(eq("_id", recordId));
    }

    /** All records for which something holds, those of each thing from its first revision on. */
    Multi<BsonDocument> all(Bson holds) {
        return records.all(holds, new FindOptions().sort(ascending("id", "revision")));
    }

    /** The record of a thing's earliest revision for which something holds, null if there is none. */
    Uni<BsonDocument> earliest(String id, Bson holds) {
        FindOptions first = new FindOptions().sort(ascending("revision")).limit(1);
        return records.all(and(eq("id", id), holds), first).collect().first();
    }

    /** The record of a thing's latest revision for which something holds, null if there is none. */
    Uni<BsonDocument> latest(String id, Bson holds) {
        FindOptions last = new FindOptions().sort(descending("revision")).limit(1);
        return records.all(and(eq("id", id), holds), last).collect().first();
    }

    /** One page of a thing's records, the latest first. */
    Uni<Page<BsonDocument>> history(String id, Bson which, Paging paging, Cursors cursors) {
        Bson own = and(eq("id", id), which);
        String query = "history " + own.toBsonDocument().toJson();
        return records.page(new Listing(own, query, "revision", true), paging, cursors);
    }

    /**
     * What comes after that number, in order; it may have gaps yet. The numbers that were taken are asked for one by one, which any
     * store answers from its index; where a whole stretch of them is missing, whatever comes then.
     */
    Uni<List<BsonDocument>> after(long seq, int limit) {
        return taken().chain(last -> {
            long until = Math.min(last, seq + limit);
            Uni<List<BsonDocument>> found = until <= seq
                    ? Uni.createFrom().item(List.of())
                    : inOrder(
                            in(
                                    SEQ,
                                    LongStream.rangeClosed(seq + 1, until)
                                            .boxed()
                                            .toList()),
                            limit);
            return last <= until
                    ? found
                    : found.chain(some -> some.isEmpty()
                            ? inOrder(gt(SEQ, seq), limit)
                            : Uni.createFrom().item(some));
        });
    }

    private Uni<List<BsonDocument>> inOrder(Bson filter, int limit) {
        FindOptions inOrder = new FindOptions().sort(ascending(SEQ)).limit(limit);
        return records.all(filter, inOrder).collect().asList();
    }

    /** The last number that was given out. */
    private Uni<Long> taken() {
        return counters.first(eq("_id", SEQ)).map(counter -> counter == null ? 0 : value(counter));
    }

    /** Fills a gap with a record that says nothing. Whoever took the number meets it there and takes another. */
    Uni<Void> seal(long seq) {
        BsonDocument nothing = new BsonDocument("_id", new BsonString("void:" + seq))
                .append(SEQ, new BsonInt64(seq))
                .append(VOID, BsonBoolean.TRUE);
        return records.insert(nothing).onFailure(Duplicate::is).recoverWithNull();
    }

    /** A number up to which no gap is left, so that a start need not look at all records again. */
    Uni<Long> settled() {
        return counters.first(eq("_id", SETTLED)).map(Revisions::value);
    }

    Uni<Void> settle(long seq) {
        return counters.update(eq("_id", SETTLED), Updates.max("value", seq)).replaceWithVoid();
    }

    /** Rewrites the text of all earlier records of a thing, as the law demands; their numbers stay. */
    Uni<Void> rewriteBefore(BsonDocument document, UnaryOperator<BsonDocument> redaction) {
        Bson earlier = and(eq("id", document.get("_id")), lt("revision", document.get("revision")));
        return records.all(earlier, new FindOptions())
                .onItem()
                .transformToUniAndConcatenate(
                        record -> records.replace(eq("_id", record.get("_id")), redaction.apply(record)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Long> number() {
        return counters.update(eq("_id", SEQ), Updates.inc("value", 1L)).map(Revisions::value);
    }

    private static long value(BsonDocument counter) {
        return counter.getNumber("value").longValue();
    }

    private static BsonDocument numbered(BsonDocument record, long seq) {
        BsonDocument numbered = record.clone();
        numbered.put(SEQ, new BsonInt64(seq));
        return numbered;
    }
}

package org.counterclaim.kit.job;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;

import com.github.f4b6a3.ulid.UlidCreator;
import io.quarkus.mongodb.FindOptions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.counterclaim.kit.store.Documents;

/**
 * Rows in the store, batch by batch. They come in as a stream and are never in memory together. A note says that an upload is not
 * part of a job yet: what nobody made one of is dropped.
 */
final class Uploads {

    private final Documents batches;
    private final Documents notes;

    /** @param documents those of a collection */
    Uploads(Function<String, Documents> documents) {
        this.batches = documents.apply("uploads");
        this.notes = documents.apply("uploadNotes");
    }

    Uni<Void> index() {
        return batches.index(ascending("upload"));
    }

    /** Keeps what comes, at the pace of the store; nothing is left of an upload that cannot be read to its end. */
    Uni<Upload> keep(RowReader rows, Instant now) {
        String id = UlidCreator.getMonotonicUlid().toString();
        BsonDocument note =
                new BsonDocument("_id", new BsonString(id)).append("at", new BsonDateTime(now.toEpochMilli()));
        return notes.insert(note)
                .chain(() -> keep(new Upload(id, 0, 0), new RowBatches(rows)))
                .onFailure()
                .call(() -> drop(id));
    }

    /** Reading waits for the sender, so it is done where waiting stops nobody. */
    private Uni<Upload> keep(Upload empty, RowBatches rows) {
        Upload[] kept = {empty};
        return Multi.createFrom()
                .<List<UploadedRow>>iterable(() -> rows)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToUniAndConcatenate(batch -> {
                    Upload before = kept[0];
                    kept[0] = before.with(batch.size());
                    return batches.insert(stored(before, batch));
                })
                .collect()
                .last()
                .map(last -> kept[0]);
    }

    /** Says that it is part of a job now. */
    Uni<Void> claim(String id) {
        return notes.delete(eq("_id", id)).replaceWithVoid();
    }

    /** Nothing is left of it. */
    Uni<Void> drop(String id) {
        return batches.delete(eq("upload", id)).chain(() -> claim(id));
    }

    /** Drops what nobody made a job of. */
    Uni<Void> dropForgotten(Instant before, Function<String, Uni<Boolean>> isOfAJob) {
        return notes.all(lt("at", before), new FindOptions())
                .map(note -> note.getString("_id").getValue())
                .onItem()
                .transformToUniAndConcatenate(id -> isOfAJob.apply(id).chain(needed -> needed ? claim(id) : drop(id)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** One batch. */
    Uni<List<JobRow>> rows(String upload, int batch) {
        return batches.first(eq("_id", batchId(upload, batch))).map(Uploads::rows);
    }

    private static BsonDocument stored(Upload upload, List<UploadedRow> rows) {
        List<BsonDocument> stored = new ArrayList<>();
        for (UploadedRow row : rows) {
            stored.add(new BsonDocument("number", new BsonInt32(upload.rows() + stored.size() + 1))
                    .append(
                            "ulid",
                            new BsonString(UlidCreator.getMonotonicUlid().toString()))
                    .append("text", text(row.text()))
                    .append("fault", text(row.fault())));
        }
        return new BsonDocument("_id", new BsonString(batchId(upload.id(), upload.batches())))
                .append("upload", new BsonString(upload.id()))
                .append("rows", new BsonArray(stored));
    }

    private static List<JobRow> rows(BsonDocument batch) {
        return batch.getArray("rows").stream()
                .map(BsonValue::asDocument)
                .map(row -> new JobRow(
                        row.getInt32("number").getValue(),
                        row.getString("ulid").getValue(),
                        text(row.get("text")),
                        text(row.get("fault"))))
                .toList();
    }

    private static BsonValue text(String text) {
        return text == null ? BsonNull.VALUE : new BsonString(text);
    }

    private static String text(BsonValue stored) {
        return stored.isNull() ? null : stored.asString().getValue();
    }

    private static String batchId(String upload, int batch) {
        return upload + ":" + batch;
    }
}

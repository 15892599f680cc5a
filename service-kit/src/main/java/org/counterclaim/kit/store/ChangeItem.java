package org.counterclaim.kit.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One item of a change feed: that something changed, not how. Whoever wants to know reads the thing.
 *
 * @param seq place in the feed; later is larger, not every number is shown to everyone
 * @param type kind of thing
 * @param change what it did to the reader's view
 * @param revision the thing's revision; of a story, its article's
 * @param at when it was committed
 * @param articleIds stories that showed it before or show it now
 */
@Schema(name = "Change")
public record ChangeItem(
        @Schema(required = true) long seq,
        @Schema(required = true, example = "article") String type,
        @Schema(required = true) Kind change,
        @Schema(required = true) String id,
        @Schema(required = true) int revision,
        @Schema(required = true) Instant at,
        @Schema(required = true) List<String> articleIds) {

    /** What a change does to a reader's view. */
    @Schema(name = "ChangeKind")
    public enum Kind {
        ENTERED,
        CHANGED,
        LEFT
    }

    /** What a caller sees of a record who sees everything. */
    static Optional<ChangeItem> ofAll(BsonDocument record) {
        if (!record.containsKey(StoredForm.WRITE_ID)) {
            return ofPublic(record);
        }
        boolean first = record.getInt32("revision").getValue() == 1;
        Kind kind = StoredForm.isDeleted(record) ? Kind.LEFT : first ? Kind.ENTERED : Kind.CHANGED;
        return Optional.of(of(record, kind));
    }

    /** What an anonymous reader sees of it: what enters, changes in or leaves the public view. */
    static Optional<ChangeItem> ofPublic(BsonDocument record) {
        RecordedReach reach = RecordedReach.of(record);
        if (reach.isPublic()) {
            return Optional.of(of(record, reach.wasPublic() ? Kind.CHANGED : Kind.ENTERED));
        }
        return reach.wasPublic() ? Optional.of(of(record, Kind.LEFT)) : Optional.empty();
    }

    private static ChangeItem of(BsonDocument record, Kind kind) {
        return new ChangeItem(
                Feed.seqOf(record),
                record.getString("type").getValue(),
                kind,
                record.getString("id").getValue(),
                record.getInt32("revision").getValue(),
                Instant.ofEpochMilli(record.getDateTime("updatedAt").getValue()),
                RecordedReach.of(record).touched());
    }
}

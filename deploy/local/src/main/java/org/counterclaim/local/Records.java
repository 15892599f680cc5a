package org.counterclaim.local;

import java.util.List;
import java.util.Map;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/**
 * All that a backup knows of how the services keep things; their own word on it is the package {@code store} of service-kit. Each
 * service has a database. Everything that was ever committed in it stands in one collection, under numbers without a gap: a
 * record of each revision, a note on what has no revisions, and empty records for numbers that nobody used. What is current is
 * the last record of each thing, but for a few members.
 */
final class Records {

    /** Databases, each of the service of that name. */
    static final List<String> SERVICES = List.of("articles", "claims");

    static final String COLLECTION = "revisions";
    static final String SEQ = "seq";
    static final String UNUSED = "void";

    /** Stands in a current document as long as its record may not be complete, or earlier ones not redacted. */
    static final String UNRECORDED = "unrecorded";

    static final String COUNTERS = "counters";

    /** The last number that was given to anybody, and the last before which no gap is left. */
    static final List<String> COUNTER_IDS = List.of(SEQ, "settled");

    /** Where the current documents stand, by the kind that a record names. */
    private static final Map<String, String> CURRENT = Map.of(
            "article", "articles",
            "claim", "claims",
            "party", "parties",
            "evidence", "evidence",
            "rating_scale", "ratingScales");

    /** Kinds that have no current document here: what a service knows of a story it hears again. */
    private static final List<String> WITHOUT_CURRENT = List.of("story", UNUSED);

    private Records() {}

    static long seqOf(BsonDocument record) {
        return record.getNumber(SEQ).longValue();
    }

    static String kindOf(BsonDocument record) {
        return record.containsKey(UNUSED) ? UNUSED : record.getString("type").getValue();
    }

    static boolean isKnown(String kind) {
        return CURRENT.containsKey(kind) || WITHOUT_CURRENT.contains(kind);
    }

    /** Where current documents stand. */
    static Iterable<String> currentCollections() {
        return CURRENT.values();
    }

    /** Where the current document of this kind stands, null if it has none. */
    static String currentCollection(String kind) {
        return CURRENT.get(kind);
    }

    /** The document that was committed when this was recorded. */
    static BsonDocument current(BsonDocument record) {
        BsonDocument current = record.clone();
        current.put("_id", record.get("id"));
        List.of("id", "type", SEQ, "reach").forEach(current::remove);
        return current;
    }

    /** The id of the record of a current document. */
    static String recordId(BsonDocument current) {
        return current.getString("_id").getValue() + ":"
                + current.getInt32("revision").getValue();
    }

    /** What stands under a number that nobody uses. */
    static BsonDocument unused(long seq) {
        return new BsonDocument("_id", new BsonString("void:" + seq))
                .append(SEQ, new BsonInt64(seq))
                .append(UNUSED, BsonBoolean.TRUE);
    }
}

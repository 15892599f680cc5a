package org.counterclaim.kit.store;

import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;

/**
 * Whom a revision concerns, as its record keeps it: before and after, so that the feed can say what enters and what leaves.
 *
 * @param wasPublic whether anonymous readers saw the revision before
 * @param isPublic whether they see this one
 * @param articleIds stories that show this one
 * @param touched stories that showed the one before or show this one
 */
record RecordedReach(boolean wasPublic, boolean isPublic, List<String> articleIds, List<String> touched) {

    static final String MEMBER = "reach";

    /** After the revision with this record, which is null for a first one. */
    static RecordedReach after(BsonDocument recordBefore, Reach now) {
        return between(recordBefore == null ? Reach.NONE : of(recordBefore).now(), now);
    }

    static RecordedReach between(Reach before, Reach now) {
        return new RecordedReach(
                before.isPublic(),
                now.isPublic(),
                now.articleIds().stream().sorted().toList(),
                Stream.concat(before.articleIds().stream(), now.articleIds().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** What the record says of a revision that anonymous readers saw. */
    static Bson isPublicNow() {
        return Filters.eq(MEMBER + ".is", true);
    }

    private Reach now() {
        return new Reach(isPublic, Set.copyOf(articleIds));
    }

    static RecordedReach of(BsonDocument record) {
        BsonDocument reach = record.getDocument(MEMBER, new BsonDocument());
        return new RecordedReach(
                reach.getBoolean("was", BsonBoolean.FALSE).getValue(),
                reach.getBoolean("is", BsonBoolean.FALSE).getValue(),
                strings(reach, "articleIds"),
                strings(reach, "touched"));
    }

    BsonDocument stored() {
        return new BsonDocument("was", BsonBoolean.valueOf(wasPublic))
                .append("is", BsonBoolean.valueOf(isPublic))
                .append("articleIds", array(articleIds))
                .append("touched", array(touched));
    }

    private static BsonArray array(List<String> values) {
        return new BsonArray(values.stream().map(BsonString::new).toList());
    }

    private static List<String> strings(BsonDocument document, String member) {
        return document.getArray(member, new BsonArray()).stream()
                .map(value -> value.asString().getValue())
                .toList();
    }
}

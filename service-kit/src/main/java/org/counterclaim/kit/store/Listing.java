package org.counterclaim.kit.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/**
 * A list to be read page by page, in the order of one field and the id (keyset pagination).
 *
 * @param filter what is in the list
 * @param query what the reader asked for, in words: a cursor is good for this alone
 * @param field stored name of the field it is sorted by, present in each document
 * @param descending largest first
 */
public record Listing(Bson filter, String query, String field, boolean descending) {

    /** The same list of what this holds for as well. */
    Listing with(Bson also) {
        return new Listing(Filters.and(filter, also), query, field, descending);
    }

    Bson sort() {
        return descending ? Sorts.descending(field, "_id") : Sorts.ascending(field, "_id");
    }

    /** Where a document stands in the list. */
    String position(BsonDocument document) {
        return new BsonDocument("value", document.get(field))
                .append("id", document.get("_id"))
                .toJson();
    }

    /** What comes after that place. */
    Bson after(String position) {
        BsonDocument last = BsonDocument.parse(position);
        Bson sameValue = Filters.and(Filters.eq(field, last.get("value")), beyond("_id", last.getString("id")));
        return Filters.and(filter, Filters.or(beyond(field, last.get("value")), sameValue));
    }

    private <V> Bson beyond(String name, V value) {
        return descending ? Filters.lt(name, value) : Filters.gt(name, value);
    }
}

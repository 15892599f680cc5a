package org.counterclaim.kit.search;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.store.Listing;
import org.counterclaim.kit.store.StoredForm;
import org.counterclaim.kit.time.PartialDate;

/**
 * What a reader asks of a list, parameter by parameter. One that did not come, which is null, asks for nothing; each that did
 * narrows the list, and a cursor is good for the same ones alone.
 */
public final class Asked {

    private final List<Bson> all = new ArrayList<>();

    /** Those of which a field, or each of a list's items, is this. */
    public Asked equal(String field, String value) {
        return that(Stream.ofNullable(value).map(asked -> Filters.eq(field, asked)));
    }

    /** Those of which one of these fields is this. */
    public Asked anyEqual(List<String> fields, String value) {
        return that(Stream.ofNullable(value)
                .map(asked -> Filters.or(
                        fields.stream().map(field -> Filters.eq(field, asked)).toList())));
    }

    /** Those of which a field is the constant that a parameter names. */
    public <E extends Enum<E>> Asked constant(String field, String parameter, String word, Class<E> constants) {
        return that(Stream.ofNullable(word)
                .map(asked -> Filters.eq(
                        field,
                        QueryParameters.constant(parameter, asked, constants).name())));
    }

    /**
     * Those in this language or a variety of it: {@code en} is {@code en-GB} too (RFC 4647, basic filtering), and {@code EN} is
     * {@code en}.
     */
    public Asked language(String field, String parameter, String range) {
        return that(Stream.ofNullable(QueryParameters.language(parameter, range))
                .map(asked -> Filters.or(
                        Filters.eq(field, asked),
                        Filters.and(Filters.gt(field, asked + "-"), Filters.lt(field, asked + ".")))));
    }

    /** Those that match a query; its language is the one that the list is narrowed to. */
    public Asked search(String q, String language) {
        return that(Stream.ofNullable(q)
                .filter(asked -> !asked.isBlank())
                .map(asked -> SearchQuery.filter(StoredForm.FIND_BY, asked, language)));
    }

    /** Those of which a time is not before the beginning of what a parameter says. */
    public Asked since(String field, String parameter, String date) {
        return that(Stream.ofNullable(QueryParameters.date(parameter, date))
                .map(from -> Filters.gte(field, stored(from.start()))));
    }

    /**
     * Those of which a {@link #range} is not over before the beginning of what one parameter says, and has begun by the end of what
     * another one says.
     */
    public Asked during(String range, String parameter, String date, String otherParameter, String otherDate) {
        PartialDate from = QueryParameters.date(parameter, date);
        PartialDate to = QueryParameters.date(otherParameter, otherDate);
        if (from != null && to != null && !from.start().isBefore(to.end())) {
            throw QueryParameters.invalid(otherParameter, "Not before " + parameter + ".");
        }
        return that(Stream.ofNullable(from).map(begin -> Filters.gt(range + ".until", stored(begin.start()))))
                .that(Stream.ofNullable(to).map(end -> Filters.lt(range + ".from", stored(end.end()))));
    }

    /** Those for which more holds. */
    public Asked that(Stream<Bson> filters) {
        filters.forEach(all::add);
        return this;
    }

    /** A date as it is stored to be found by; nothing if it is unknown, which lies in no range. */
    public static Optional<BsonDocument> range(PartialDate date) {
        return Optional.ofNullable(date.start())
                .map(start -> new BsonDocument("from", stored(start)).append("until", stored(date.end())));
    }

    /**
     * The list.
     *
     * @param visible what holds for everything that the reader may see
     * @param field stored name of the field that it is sorted by
     */
    public Listing listing(Bson visible, String field, boolean descending) {
        String words = all.stream()
                .map(filter -> filter.toBsonDocument().toJson())
                .collect(Collectors.joining("\n", "", "\n" + field + descending));
        return new Listing(
                Filters.and(Stream.concat(Stream.of(visible), all.stream()).toList()), words, field, descending);
    }

    private static BsonDateTime stored(Instant time) {
        return new BsonDateTime(time.toEpochMilli());
    }
}

package org.counterclaim.kit.search;

import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Aggregates.unwind;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Facet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.counterclaim.kit.http.QueryParameters;

/** Which facets of a list are asked for. What they cost is bounded: so many of the list are counted, so many values are named. */
public final class FacetQuery {

    /** How many of a list are looked at. */
    public static final int COUNTED = 10_000;

    private static final int VALUES = 50;
    private static final String ALL = "all";
    private static final String COUNT = "count";

    private final Map<String, Field> fields;

    private FacetQuery(Map<String, Field> fields) {
        this.fields = fields;
    }

    /**
     * What is counted.
     *
     * @param list stored name of the list whose items have the values, null if there is one value at most
     * @param value stored name of the value
     * @param isConstant whether the values are constants, which readers know in lower case
     */
    public record Field(String list, String value, boolean isConstant) {

        /** Text. */
        public static Field text(String value) {
            return new Field(null, value, false);
        }

        /** Text that each item of a list has, or is. */
        public static Field each(String list, String value) {
            return new Field(list, value, false);
        }

        /** A constant. */
        public static Field constant(String value) {
            return new Field(null, value, true);
        }

        private List<Bson> counts() {
            List<Bson> items = list == null ? List.of() : List.of(unwind("$" + list));
            List<Bson> counts = List.of(
                    match(ne(value, null)),
                    group("$" + value, Accumulators.sum(COUNT, 1)),
                    sort(orderBy(descending(COUNT), ascending("_id"))),
                    limit(VALUES));
            return Stream.concat(items.stream(), counts.stream()).toList();
        }

        private Facets.Count count(BsonDocument counted) {
            String found = counted.getString("_id").getValue();
            return new Facets.Count(isConstant ? found.toLowerCase(Locale.ROOT) : found, number(counted));
        }
    }

    /**
     * @param facets names with commas between, as they came; null for none
     * @param known what is counted under which name
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for a name that is not known
     */
    public static FacetQuery of(String facets, Map<String, Field> known) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Stream.ofNullable(facets)
                .flatMap(names -> Arrays.stream(names.split(",", -1)))
                .forEach(name -> fields.put(name, known(name, known)));
        return new FacetQuery(fields);
    }

    private static Field known(String name, Map<String, Field> known) {
        if (!known.containsKey(name)) {
            throw QueryParameters.invalid(
                    "facets",
                    "One or more of "
                            + String.join(", ", known.keySet().stream().sorted().toList()) + ", with commas between.");
        }
        return known.get(name);
    }

    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Counts what comes in. */
    public List<Bson> pipeline() {
        Stream<Facet> each = fields.entrySet().stream()
                .map(facet -> new Facet(facet.getKey(), facet.getValue().counts()));
        Facet all = new Facet(ALL, group(null, Accumulators.sum(COUNT, 1)));
        return List.of(Aggregates.facet(Stream.concat(each, Stream.of(all)).toList()));
    }

    /** What the pipeline says. */
    public Facets read(BsonDocument counts) {
        int counted = documents(counts, ALL).mapToInt(FacetQuery::number).sum();
        Map<String, List<Facets.Count>> by = new LinkedHashMap<>();
        fields.forEach((name, field) ->
                by.put(name, documents(counts, name).map(field::count).toList()));
        return new Facets(counted, counted < COUNTED, by);
    }

    private static Stream<BsonDocument> documents(BsonDocument counts, String name) {
        return counts.getArray(name).stream().map(BsonValue::asDocument);
    }

    private static int number(BsonDocument counted) {
        return counted.getNumber(COUNT).intValue();
    }
}

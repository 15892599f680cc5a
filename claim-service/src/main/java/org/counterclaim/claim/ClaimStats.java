package org.counterclaim.claim;

import static com.mongodb.client.model.Aggregates.facet;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Aggregates.unwind;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Facet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.counterclaim.kit.search.FacetQuery;
import org.counterclaim.position.DisputeStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many claims there are of which kind.
 *
 * @param counted how many were looked at, the latest changed
 * @param complete whether that is all of them, and all groups are named
 * @param groups the largest first
 */
@Schema(name = "ClaimStats")
record ClaimStats(
        @Schema(required = true) int counted,
        @Schema(required = true) boolean complete,
        @Schema(required = true) List<Group> groups) {

    /** More groups than that nobody reads. */
    static final int MOST_GROUPS = 1_000;

    private static final String GROUPS = "groups";
    private static final String ALL = "all";
    private static final String COUNT = "count";

    /** What claims can be grouped by. */
    enum By {
        DISPUTE_STATUS("disputeStatus", "disputeStatus.value"),
        PARTY("party", ClaimFinding.PARTIES),
        DAY("day", ClaimFinding.DAY);

        private final String parameter;
        private final String stored;

        By(String parameter, String stored) {
            this.parameter = parameter;
            this.stored = stored;
        }

        /** The same word as in the query. */
        String parameter() {
            return parameter;
        }
    }

    /**
     * Claims that have something in common; a member is there if it was asked for.
     *
     * @param party id of a party that takes a position; a claim counts once for each of its parties
     * @param day when the claim was written down (UTC)
     */
    @Schema(name = "ClaimStatsGroup")
    record Group(
            DisputeStatus.Value disputeStatus,
            String party,
            LocalDate day,
            @Schema(required = true) int count) {}

    /** Counts what comes in. */
    static List<Bson> pipeline(Set<By> by) {
        BsonDocument common = new BsonDocument();
        by.forEach(one -> common.append(one.parameter, new BsonString("$" + one.stored)));
        Stream<Bson> each = by.contains(By.PARTY) ? Stream.of(unwind("$" + ClaimFinding.PARTIES)) : Stream.of();
        Stream<Bson> groups = Stream.of(
                group(common, Accumulators.sum(COUNT, 1)),
                sort(orderBy(descending(COUNT), ascending("_id"))),
                limit(MOST_GROUPS + 1));
        return List.of(facet(
                new Facet(GROUPS, Stream.concat(each, groups).toList()),
                new Facet(ALL, group(null, Accumulators.sum(COUNT, 1)))));
    }

    /** What the pipeline says. */
    static ClaimStats read(BsonDocument found) {
        int counted = documents(found, ALL).mapToInt(ClaimStats::count).sum();
        List<Group> groups = documents(found, GROUPS).map(ClaimStats::readGroup).toList();
        return new ClaimStats(
                counted,
                counted < FacetQuery.COUNTED && groups.size() <= MOST_GROUPS,
                groups.subList(0, Math.min(groups.size(), MOST_GROUPS)));
    }

    private static Group readGroup(BsonDocument found) {
        BsonDocument common = found.getDocument("_id");
        return new Group(
                text(common, By.DISPUTE_STATUS)
                        .map(DisputeStatus.Value::valueOf)
                        .orElse(null),
                text(common, By.PARTY).orElse(null),
                text(common, By.DAY).map(LocalDate::parse).orElse(null),
                count(found));
    }

    private static Optional<String> text(BsonDocument common, By by) {
        return Optional.ofNullable(common.get(by.parameter))
                .map(value -> value.asString().getValue());
    }

    private static Stream<BsonDocument> documents(BsonDocument found, String name) {
        return found.getArray(name).stream().map(BsonValue::asDocument);
    }

    private static int count(BsonDocument found) {
        return found.getNumber(COUNT).intValue();
    }
}

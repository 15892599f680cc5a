package org.counterclaim.claim;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.counterclaim.appearance.Hedge;
import org.counterclaim.evidence.EvidenceContent;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.search.Asked;
import org.counterclaim.kit.search.FacetQuery;
import org.counterclaim.kit.search.FacetQuery.Field;
import org.counterclaim.kit.store.Listing;
import org.counterclaim.position.Aspect;
import org.counterclaim.position.DisputeStatus;
import org.counterclaim.position.Stance;
import org.counterclaim.review.Verdict;

/** Which claims a reader asks for, and in which order. */
public class ClaimQuery extends ClaimCriteria {

    private static final Map<String, Field> FACETS = Map.of(
            "claimType", new Field("content.claimType", "content.claimType", true),
            "disputeStatus", Field.constant("disputeStatus.value"),
            "editorialStatus", Field.constant("editorial.status"),
            "evidenceAccess", new Field(ClaimFilters.ACCESS, ClaimFilters.ACCESS, true),
            "hedge", Field.constant("content.hedge.level"),
            "language", Field.text("content.inLanguage"),
            "party", Field.each(ClaimFinding.PARTIES, ClaimFinding.PARTIES),
            "rating", new Field("reviews", "reviews.normalized", true),
            "side", Field.each(ClaimFinding.SIDES, ClaimFinding.SIDES));

    private static final String NUMBER = "-?\\d{1,18}(\\.\\d{1,9})?";

    /**
     * What the caller may ask with; each is null if nobody asks.
     *
     * @param articles the article, unless he may not see it
     * @param authors ids of those that are called as the author that is asked for
     * @param parties likewise of the party
     */
    record Known(List<String> articles, List<String> authors, List<String> parties) {}

    FacetQuery facets() {
        return FacetQuery.of(facets, FACETS);
    }

    Listing forEveryone(Known known) {
        return listing(asked(known).that(flagged(ClaimFinding.OPEN_FLAGS)), ClaimFilters.published(false));
    }

    Listing forTheNewsroom(Known known) {
        return listing(asked(known).that(flagged(ClaimFinding.FLAGS)), ClaimFilters.isKept());
    }

    private Asked asked(Known known) {
        return asked().that(any("appearances.content.articleId", known.articles))
                .that(any("content.author", known.authors))
                .constant("content.claimType", "claimType", claimType, ClaimContent.Type.class)
                .constant("content.hedge.level", "hedge", hedge, Hedge.Level.class)
                .constant("disputeStatus.value", "disputeStatus", disputeStatus, DisputeStatus.Value.class)
                .constant(ClaimFilters.ACCESS, "evidenceAccess", evidenceAccess, EvidenceContent.Access.class)
                .during(ClaimFinding.MADE, "claimDateFrom", claimDateFrom, "claimDateTo", claimDateTo)
                .that(position(known.parties))
                .that(bucket())
                .constant("reviews.normalized", "rating", rating, Verdict.class)
                .that(number())
                .that(reviewed());
    }

    /** One and the same position has all that is asked for. */
    private Stream<Bson> position(List<String> parties) {
        List<Bson> asked = Stream.of(
                        any("party", parties),
                        Stream.ofNullable(side).map(word -> eq("side", word)),
                        constant("stance", stance, Stance.class),
                        constant("aspect", aspect, Aspect.class))
                .flatMap(filter -> filter)
                .toList();
        return asked.isEmpty() ? Stream.of() : Stream.of(elemMatch("positions", and(asked)));
    }

    private Stream<Bson> bucket() {
        return Stream.ofNullable(bucket)
                .map(word -> QueryParameters.constant("bucket", word, DisputeStatus.Bucket.class))
                .map(asked -> in(
                        "disputeStatus.value",
                        Arrays.stream(DisputeStatus.Value.values())
                                .filter(value -> value.bucket() == asked)
                                .map(Enum::name)
                                .toList()));
    }

    private Stream<Bson> flagged(String field) {
        return Stream.ofNullable(flag)
                .map(word -> QueryParameters.constant("flag", word, FlagCode.class))
                .map(code -> eq(field, code.wire()));
    }

    private Stream<Bson> reviewed() {
        return Stream.ofNullable(hasReview)
                .map(word -> QueryParameters.flag("hasReview", word))
                .map(asked -> exists("reviews.0", asked));
    }

    /** One and the same number may be between the two. */
    private Stream<Bson> number() {
        Double min = decimal("quantityMin", quantityMin);
        Double max = decimal("quantityMax", quantityMax);
        if (min != null && max != null && min > max) {
            throw QueryParameters.invalid("quantityMax", "Not less than quantityMin.");
        }
        List<Bson> bounds = Stream.concat(
                        Stream.ofNullable(min).map(least -> gte("until", least)),
                        Stream.ofNullable(max).map(most -> lte("from", most)))
                .toList();
        return bounds.isEmpty() ? Stream.of() : Stream.of(elemMatch(ClaimFinding.NUMBERS, and(bounds)));
    }

    private static <E extends Enum<E>> Stream<Bson> constant(String parameter, String word, Class<E> constants) {
        return Stream.ofNullable(word)
                .map(asked -> eq(
                        parameter,
                        QueryParameters.constant(parameter, asked, constants).name()));
    }

    private static Stream<Bson> any(String field, List<String> ids) {
        return Stream.ofNullable(ids).map(some -> in(field, some));
    }

    private static Double decimal(String name, String text) {
        if (text != null && !text.matches(NUMBER)) {
            throw QueryParameters.invalid(name, "A number of up to 18 digits, and 9 behind the point.");
        }
        return text == null ? null : Double.valueOf(text);
    }
}

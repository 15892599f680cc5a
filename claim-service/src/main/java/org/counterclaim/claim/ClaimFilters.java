package org.counterclaim.claim;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.counterclaim.kit.editorial.EditorialStatus;

/** What claims are found by in the store. */
final class ClaimFilters {

    /** Member that holds who can look at the evidence that it rests on. */
    static final String ACCESS = "findings.access";

    private static final String STATUS = "editorial.status";

    /** Members that hold ids of parties and of evidence. */
    private static final List<String> NAMED_IN = List.of(
            "positions.party",
            "positions.evidence",
            "evidence",
            "content.author",
            "content.claimInterpreter",
            "content.about");

    /** Members that hold ids of the articles that it is quoted from. */
    private static final List<String> QUOTED_IN =
            List.of("appearances.content.articleId", "positions.appearances.content.articleId");

    private static final String REVIEW_KEY = "reviews.source.key";

    /** Members that hold ids of other claims, and what else is looked for. */
    private static final List<String> OTHERS =
            List.of("relations.target", "mergedFrom", ClaimFinding.FLAGS, ClaimFinding.KEY, REVIEW_KEY);

    private ClaimFilters() {}

    /** What is worth an index each; the lists that everybody reads have one in their order. */
    static Stream<Bson> indexes() {
        return Stream.concat(
                Stream.of(NAMED_IN, QUOTED_IN, OTHERS).flatMap(List::stream).map(Indexes::ascending),
                Stream.of(STATUS, ClaimFinding.TERMS)
                        .map(member -> Indexes.compoundIndex(
                                Indexes.ascending(member), Indexes.descending("updatedAt", "_id"))));
    }

    /** Those that name this party or rest on this item of evidence. */
    static Bson naming(String id) {
        return anyIs(NAMED_IN, id);
    }

    /** Those with a quote from this article, of their own or of a position. */
    static Bson quoting(String articleId) {
        return anyIs(QUOTED_IN, articleId);
    }

    /** Those that were published, or, for whoever may see more, everything. */
    static Bson published(boolean everything) {
        return everything
                ? Filters.exists("revision")
                : Filters.in(STATUS, EditorialStatus.PUBLISHED.name(), EditorialStatus.RETRACTED.name());
    }

    /** Those that imports know by any of these keys, of claims or of reviews. */
    static Bson imported(Collection<String> claimKeys, Collection<String> reviewKeys) {
        Bson known = Filters.or(Filters.in(ClaimFinding.KEY, claimKeys), Filters.in(REVIEW_KEY, reviewKeys));
        return Filters.and(known, standsForItself());
    }

    /** Those that were not merged into another one. */
    static Bson standsForItself() {
        return Filters.ne(STATUS, EditorialStatus.SUPERSEDED.name());
    }

    /** Those that the newsroom has not lost to a legal order or to a merge. */
    static Bson isKept() {
        return Filters.nin(STATUS, EditorialStatus.REMOVED.name(), EditorialStatus.SUPERSEDED.name());
    }

    private static Bson anyIs(List<String> members, String id) {
        return Filters.or(members.stream().map(member -> Filters.eq(member, id)).toList());
    }
}

package org.counterclaim.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.position.DisputeStatus;
import org.counterclaim.position.Position;
import org.counterclaim.position.PositionMap.Superseded;
import org.counterclaim.relation.Relation;
import org.counterclaim.review.Review;
import org.counterclaim.review.ReviewView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What changed between two revisions of a claim.
 *
 * @param statusBefore what the positions came to
 * @param statusAfter what they come to; the same if the status did not move
 * @param wording members of the wording that differ, by name
 * @param positionsAdded in the order in which they were written down
 * @param positionsSuperseded those that another one has taken the place of since
 */
@Schema(name = "ClaimDiff")
public record ClaimDiff(
        @Schema(required = true) int from,
        @Schema(required = true) int to,
        @Schema(required = true) DisputeStatus statusBefore,
        @Schema(required = true) DisputeStatus statusAfter,
        @Schema(required = true) List<Member> wording,
        @Schema(required = true) List<Position> positionsAdded,
        @Schema(required = true) List<Superseded> positionsSuperseded,
        @Schema(required = true) List<Appearance> appearancesAdded,
        @Schema(required = true) List<Appearance> appearancesRemoved,
        @Schema(required = true) List<Relation> relationsAdded,
        @Schema(required = true) List<Relation> relationsRemoved,
        @Schema(required = true) List<String> evidenceAdded,
        @Schema(required = true) List<String> evidenceRemoved,
        @Schema(required = true) List<ReviewView> reviewsAdded,
        @Schema(required = true) List<ReviewView> reviewsRemoved) {

    /**
     * A member that differs.
     *
     * @param before as it was; absent if it was not there
     * @param after as it is; absent if it is gone
     */
    @Schema(name = "ChangedMember")
    public record Member(@Schema(required = true) String name, Object before, Object after) {}

    /** @param json how the wording looks in JSON */
    public static ClaimDiff between(Claim from, Claim to, Function<ClaimContent, JsonNode> json) {
        List<Position> added = added(from.positions(), to.positions());
        return new ClaimDiff(
                from.revision(),
                to.revision(),
                from.disputeStatus(),
                to.disputeStatus(),
                members(json.apply(from.content()), json.apply(to.content())),
                added,
                superseded(from.positions(), added),
                added(from.appearances(), to.appearances()),
                added(to.appearances(), from.appearances()),
                added(from.relations(), to.relations()),
                added(to.relations(), from.relations()),
                added(from.evidence(), to.evidence()),
                added(to.evidence(), from.evidence()),
                reviews(added(from.reviews(), to.reviews())),
                reviews(added(to.reviews(), from.reviews())));
    }

    /** Whether a reader finds nothing different. */
    public boolean isEmpty() {
        return statusBefore.value() == statusAfter.value()
                && Stream.of(
                                wording,
                                positionsAdded,
                                appearancesAdded,
                                appearancesRemoved,
                                relationsAdded,
                                relationsRemoved,
                                evidenceAdded,
                                evidenceRemoved,
                                reviewsAdded,
                                reviewsRemoved)
                        .allMatch(List::isEmpty);
    }

    /** One that was written down anew is gone as it was, and there as it is. */
    private static List<ReviewView> reviews(List<Review> reviews) {
        return reviews.stream().map(ReviewView::of).toList();
    }

    private static List<Superseded> superseded(List<Position> before, List<Position> added) {
        return added.stream().flatMap(later -> superseded(before, later)).toList();
    }

    private static Stream<Superseded> superseded(List<Position> before, Position later) {
        return before.stream()
                .filter(position -> position.id().equals(later.supersedes()))
                .map(position -> new Superseded(position, later.id()));
    }

    private static List<Member> members(JsonNode before, JsonNode after) {
        TreeSet<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> new Member(name, before.get(name), after.get(name)))
                .toList();
    }

    private static <T> List<T> added(List<T> before, List<T> after) {
        List<T> added = new ArrayList<>(after);
        added.removeAll(before);
        return List.copyOf(added);
    }
}

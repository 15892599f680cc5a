package org.counterclaim.claim;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.evidence.EvidenceView;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.editorial.Flag;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.http.Representation;
import org.counterclaim.position.DisputeStatus;
import org.counterclaim.position.Position;
import org.counterclaim.review.Review;
import org.counterclaim.review.ReviewView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A claim as it is read.
 *
 * @param id {@code clm_} and a ULID
 * @param revision counts the changes, from 1
 * @param notice the public note of a retraction
 * @param into id of the claim that it was merged into
 * @param mergedFrom ids of the claims that were merged into it
 * @param evidenceIds what bears on it, whoever brings it forward; what a party brings forward stands with its position
 * @param reviewsDisagree whether its reviews come to different verdicts
 * @param evidence all items that bear on it or that positions rest on; in a story's claims only
 */
@JsonPropertyOrder({"id", "revision", "editorialStatus", "notice"})
@Schema(name = "Claim")
public record ClaimView(
        @Schema(required = true) String id,
        @Schema(required = true) int revision,
        @Schema(required = true) EditorialStatus editorialStatus,
        String notice,
        String into,
        @JsonUnwrapped ClaimContent content,
        @Schema(required = true) DisputeStatus disputeStatus,
        @Schema(required = true) List<Position> positions,
        @Schema(required = true) List<Appearance> appearances,
        @Schema(required = true) List<String> evidenceIds,
        @Schema(required = true) List<ReviewView> reviews,
        @Schema(required = true) boolean reviewsDisagree,
        List<EvidenceView> evidence,
        @Schema(required = true) List<String> mergedFrom,
        @Schema(required = true) List<Flag> flags,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    static ClaimView of(Claim claim) {
        return of(claim, null);
    }

    /** With the evidence that its positions rest on. */
    public static ClaimView of(Claim claim, List<EvidenceView> evidence) {
        return new ClaimView(
                claim.id(),
                claim.revision(),
                claim.editorial().status(),
                claim.editorial().notice(),
                claim.into(),
                claim.content(),
                claim.disputeStatus(),
                claim.positions(),
                claim.appearances(),
                claim.evidence(),
                claim.reviews().stream().map(ReviewView::of).toList(),
                Review.disagree(claim.reviews()),
                evidence,
                claim.mergedFrom(),
                ClaimFlags.of(claim),
                claim.createdAt(),
                claim.updatedAt());
    }

    /** Tells it from all that it was before, and from what others see of it. */
    String version() {
        Stream<Appearance> places = Stream.concat(
                appearances.stream(), positions.stream().flatMap(position -> position.appearances().stream()));
        return id + ":" + revision + places.map(Appearance::id).toList() + flags;
    }

    static Representation<ClaimView> representation(Claim claim) {
        return representation(claim, claim);
    }

    /** What a reader sees of a claim; where that is less than all of it, or more than its revision, it has a tag of its own. */
    static Representation<ClaimView> representation(Claim claim, Claim shown) {
        List<String> places = shown.places().equals(claim.places()) ? List.of() : shown.places();
        Findings findings = shown.findings();
        List<String> variant = findings.isEmpty()
                ? places
                : Stream.concat(
                                places.stream(),
                                Stream.of(
                                        findings.anchors().toString(),
                                        findings.flags().toString()))
                        .toList();
        return variant.isEmpty()
                ? Representation.of(of(shown), claim.revision(), claim.updatedAt())
                : new Representation<>(of(shown), Preconditions.tag(claim.revision(), variant), claim.updatedAt());
    }
}

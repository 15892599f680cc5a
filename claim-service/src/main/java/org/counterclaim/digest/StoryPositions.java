package org.counterclaim.digest;

import java.util.List;
import org.counterclaim.claim.ClaimView;
import org.counterclaim.party.PartyView;
import org.counterclaim.position.DisputeStatus;
import org.counterclaim.position.PositionMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who stands where in a whole story.
 *
 * @param parties everyone whom the claims name by id
 * @param items the claims in the order in which they appear
 */
@Schema(name = "StoryPositions")
record StoryPositions(
        @Schema(required = true) String articleId,
        @Schema(required = true) int articleRevision,
        @Schema(required = true) List<PartyView> parties,
        @Schema(required = true) List<OfClaim> items) {

    /** Who stands where on one of the claims. */
    @Schema(name = "StoryPositionsOfClaim")
    record OfClaim(
            @Schema(required = true) String claimId,
            @Schema(required = true) String shortText,
            @Schema(required = true) DisputeStatus disputeStatus,
            @Schema(required = true) List<PositionMap.Row> rows) {

        static OfClaim of(ClaimView claim) {
            return new OfClaim(
                    claim.id(),
                    claim.content().shortText(),
                    claim.disputeStatus(),
                    PositionMap.of(claim.positions()).rows());
        }
    }

    static StoryPositions of(StoryClaims story) {
        return new StoryPositions(
                story.articleId(),
                story.articleRevision(),
                story.parties(),
                story.items().stream().map(OfClaim::of).toList());
    }
}

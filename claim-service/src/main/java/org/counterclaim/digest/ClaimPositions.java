package org.counterclaim.digest;

import java.util.List;
import org.counterclaim.claim.Claim;
import org.counterclaim.party.Party;
import org.counterclaim.party.PartyView;
import org.counterclaim.position.DisputeStatus;
import org.counterclaim.position.PositionMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who stands where on one claim.
 *
 * @param parties whoever has a row
 */
@Schema(name = "ClaimPositions")
record ClaimPositions(
        @Schema(required = true) String claimId,
        @Schema(required = true) DisputeStatus disputeStatus,
        @Schema(required = true) List<PartyView> parties,
        @Schema(required = true) List<PositionMap.Row> rows) {

    static ClaimPositions of(Claim claim, List<Party> parties) {
        return new ClaimPositions(
                claim.id(),
                claim.disputeStatus(),
                parties.stream().map(PartyView::of).toList(),
                PositionMap.of(claim.positions()).rows());
    }
}

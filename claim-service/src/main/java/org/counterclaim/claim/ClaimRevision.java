package org.counterclaim.claim;

import java.time.Instant;
import java.util.List;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.editorial.Transition.Acknowledgement;
import org.counterclaim.kit.store.Recorded;
import org.counterclaim.position.DisputeStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One revision in a list.
 *
 * @param changeType what kind of change made it
 * @param by subject of who made it; for the newsroom alone, as are the credential, the reason and what was acknowledged
 */
@Schema(name = "ClaimRevision")
record ClaimRevision(
        @Schema(required = true) int revision,
        @Schema(required = true) Instant updatedAt,
        @Schema(required = true) EditorialStatus editorialStatus,
        @Schema(required = true) String shortText,
        @Schema(required = true) DisputeStatus.Value disputeStatus,
        @Schema(required = true) Change.Type changeType,
        String by,
        String credential,
        String reason,
        List<Acknowledgement> acknowledged) {

    static ClaimRevision of(Recorded<Claim> recorded, boolean newsroom) {
        Claim claim = recorded.thing();
        Change change = recorded.change();
        return new ClaimRevision(
                claim.revision(),
                claim.updatedAt(),
                claim.editorial().status(),
                claim.content().shortText(),
                claim.disputeStatus().value(),
                change.type(),
                newsroom ? change.by() : null,
                newsroom ? change.credential() : null,
                newsroom ? change.reason() : null,
                newsroom ? change.acknowledged() : null);
    }
}

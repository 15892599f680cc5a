package org.counterclaim.digest;

import java.util.List;
import org.counterclaim.appearance.AnchorState;
import org.counterclaim.claim.ClaimView;
import org.counterclaim.party.PartyView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A story's part: its claims in the order in which they appear, with all that a screen needs to show them.
 *
 * @param articleRevision revision of the article that the spans were found in; highlight only where it is the one shown
 * @param parties everyone whom the claims name by id
 * @param sectionSpans what to highlight
 */
@Schema(name = "StoryClaims")
record StoryClaims(
        @Schema(required = true) String articleId,
        @Schema(required = true) int articleRevision,
        @Schema(required = true) Digest digest,
        @Schema(required = true) List<PartyView> parties,
        @Schema(required = true) List<ClaimView> items,
        @Schema(required = true) List<Span> sectionSpans) {

    /**
     * A stretch of text that makes a claim, in Unicode code points of its section.
     *
     * @param start first code point, from 0
     * @param end the one after the last
     * @param anchorState never {@code orphaned}; what is {@code fuzzy} no editor has confirmed
     */
    @Schema(name = "SectionSpan")
    record Span(
            @Schema(required = true) String sectionId,
            @Schema(required = true) int start,
            @Schema(required = true) int end,
            @Schema(required = true) String claimId,
            @Schema(required = true) AnchorState anchorState) {}
}

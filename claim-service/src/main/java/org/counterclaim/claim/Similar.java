package org.counterclaim.claim;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.likeness.Likeness;
import org.counterclaim.likeness.Wording;
import org.counterclaim.position.DisputeStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A claim that says much the same.
 *
 * @param score how alike they are, from 0 to 1; from 0.78 on they are probably one
 * @param why what they share, and what speaks against their being one
 */
@Schema(name = "SimilarClaim")
public record Similar(
        @Schema(required = true) String claimId,
        @Schema(required = true) String text,
        @Schema(required = true) String shortText,
        @Schema(required = true) String inLanguage,
        @Schema(required = true) EditorialStatus editorialStatus,
        @Schema(required = true) DisputeStatus.Value disputeStatus,
        @Schema(required = true) double score,
        @Schema(required = true) List<Likeness.Reason> why) {

    static Similar of(Subject subject, Wording wording, Claim claim) {
        Set<String> parties = new TreeSet<>(subject.parties());
        parties.retainAll(Subject.partiesOf(claim));
        ClaimContent content = claim.content();
        Likeness likeness = Likeness.of(wording, Wording.of(content.text(), content.inLanguage()), parties);
        return new Similar(
                claim.id(),
                content.text(),
                content.shortText(),
                content.inLanguage(),
                claim.editorial().status(),
                claim.disputeStatus().value(),
                likeness.score(),
                likeness.reasons());
    }
}

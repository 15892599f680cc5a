package org.counterclaim.evidence;

import java.time.Instant;
import java.util.List;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.kit.http.Representation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An item of evidence as it is read.
 *
 * @param id {@code evd_} and a ULID
 */
@Schema(name = "Evidence")
public record EvidenceView(
        @Schema(required = true) String id,
        @Schema(required = true) int revision,
        @Schema(required = true) EvidenceContent.Kind kind,
        @Schema(required = true) String name,
        String description,
        String heldBy,
        String presentedBy,
        @Schema(required = true) EvidenceContent.Access access,
        @Schema(required = true) boolean independentOfParties,
        String url,
        String archivedUrl,
        String hash,
        @Schema(required = true) List<Appearance> appearances,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    public static EvidenceView of(Evidence evidence) {
        EvidenceContent content = evidence.content();
        return new EvidenceView(
                evidence.id(),
                evidence.revision(),
                content.kind(),
                content.name(),
                content.description(),
                content.heldBy(),
                content.presentedBy(),
                content.access(),
                content.independentOfParties(),
                content.url(),
                content.archivedUrl(),
                content.hash(),
                evidence.appearances(),
                evidence.createdAt(),
                evidence.updatedAt());
    }

    static Representation<EvidenceView> representation(Evidence evidence) {
        return Representation.of(of(evidence), evidence.revision(), evidence.updatedAt());
    }
}

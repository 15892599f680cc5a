package org.counterclaim.evidence;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.counterclaim.appearance.AppearanceContent;
import org.counterclaim.kit.json.WebAddress;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a newsroom writes of an item of evidence (W3C PROV Entity).
 *
 * @param heldBy id of the party that has it
 * @param presentedBy id of the party that brings it forward
 * @param access whether a reader can look at it, or has only somebody's word that it is there
 * @param independentOfParties whether it comes from nobody who takes a position; not so when absent
 * @param hash algorithm and digest, such as {@code sha256:9f86…}
 */
public record EvidenceContent(
        @NotNull @Schema(required = true) Kind kind,

        @NotBlank @Size(max = 500) @Schema(required = true) String name,

        @Size(max = 2000) String description,
        @Size(max = 100) String heldBy,
        @Size(max = 100) String presentedBy,
        @NotNull @Schema(required = true) Access access,
        Boolean independentOfParties,
        @WebAddress @Size(max = 2000) String url,
        @WebAddress @Size(max = 2000) String archivedUrl,

        @Pattern(regexp = "[a-z0-9-]{1,20}:[0-9a-f]{32,128}")
        String hash,

        @Size(max = 20) List<@NotNull @Valid AppearanceContent> appearances) {

    /** What sort of thing it is. */
    @Schema(name = "EvidenceKind")
    public enum Kind {
        DOCUMENT,
        OFFICIAL_RECORD,
        TESTIMONY,
        IMAGE,
        VIDEO,
        AUDIO,
        DATASET,
        PHYSICAL,
        STATEMENT,
        MEDIA_REPORT
    }

    /** Who can look at it. */
    @Schema(name = "EvidenceAccess")
    public enum Access {
        PUBLIC,
        RESTRICTED,
        DESCRIBED_ONLY,
        WITHHELD,
        LOST
    }

    public EvidenceContent {
        independentOfParties = independentOfParties != null && independentOfParties;
        appearances = appearances == null ? List.of() : appearances;
    }

    EvidenceContent withAppearances(List<AppearanceContent> places) {
        return new EvidenceContent(
                kind,
                name,
                description,
                heldBy,
                presentedBy,
                access,
                independentOfParties,
                url,
                archivedUrl,
                hash,
                places);
    }
}

package org.counterclaim.claim;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.counterclaim.appearance.AppearanceContent;
import org.counterclaim.appearance.Hedge;
import org.counterclaim.kit.json.LanguageTag;
import org.counterclaim.position.PositionContent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;

/**
 * A new claim: its wording, with where it appears and who says what of it. Later these two are written one by one. (The members
 * of the wording stand here again because the JSON library lets unknown members pass where one object is unwrapped in another.)
 */
@Schema(name = "ClaimDraft")
record ClaimDraft(
        @NotBlank @Size(max = 10_000) @Schema(required = true)
        String text,

        @NotBlank @CodePointLength(max = 75) @Schema(required = true)
        String shortText,

        @LanguageTag @Schema(example = "en") String inLanguage,
        @Size(max = 100) String author,
        @Size(max = 100) String claimInterpreter,
        @Size(max = 9) List<ClaimContent.@NotNull Type> claimType,
        @Valid ClaimContent.Attribution attribution,
        @Valid Hedge hedge,
        @Size(max = 50) List<@NotNull @Valid Quantity> quantities,
        @Valid ClaimDate claimDate,
        @Size(max = 100) List<@NotBlank @Size(max = 300) String> about,
        ClaimContent.CheckWorthiness checkWorthiness,
        @Size(max = Claim.MAX_APPEARANCES) List<@NotNull @Valid AppearanceContent> appearances,
        @Size(max = Claim.MAX_POSITIONS) List<@NotNull @Valid PositionContent> positions) {

    ClaimDraft {
        appearances = appearances == null ? List.of() : appearances;
        positions = positions == null ? List.of() : positions;
    }

    ClaimContent content() {
        return new ClaimContent(
                text,
                shortText,
                inLanguage,
                author,
                claimInterpreter,
                claimType,
                attribution,
                hedge,
                quantities,
                claimDate,
                about,
                checkWorthiness);
    }
}

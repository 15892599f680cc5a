package org.counterclaim.position;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.counterclaim.appearance.AppearanceContent;
import org.counterclaim.appearance.Hedge;
import org.counterclaim.appearance.QuotationType;
import org.counterclaim.kit.time.PartialDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a newsroom writes of a party's position.
 *
 * @param party id of the party
 * @param aspect the whole claim when absent
 * @param statedAt when the party said so
 * @param supersedes the party's own earlier position that this one takes the place of
 * @param evidence ids of what the party brings forward
 */
public record PositionContent(
        @NotBlank @Size(max = 100) @Schema(required = true) String party,

        @NotNull @Schema(required = true) Stance stance,
        Aspect aspect,
        QuotationType quotationType,
        @Valid Hedge hedge,
        @Valid PartialDate statedAt,
        @Pattern(regexp = Position.ID_FORM) String supersedes,
        @Size(max = 50) List<@NotBlank @Size(max = 100) String> evidence,
        @Size(max = 2000) String note,
        @Size(max = 20) List<@NotNull @Valid AppearanceContent> appearances) {

    public PositionContent {
        aspect = aspect == null ? Aspect.WHOLE : aspect;
        quotationType = quotationType == null ? QuotationType.NONE : quotationType;
        hedge = hedge == null ? Hedge.NONE : hedge;
        evidence = evidence == null ? List.of() : evidence;
        appearances = appearances == null ? List.of() : appearances;
    }

    /** The same, quoted as the articles say it. */
    public PositionContent with(List<AppearanceContent> checked) {
        return new PositionContent(
                party, stance, aspect, quotationType, hedge, statedAt, supersedes, evidence, note, checked);
    }

    /** The same in the place of an earlier one. */
    public PositionContent superseding(String earlier) {
        return new PositionContent(
                party, stance, aspect, quotationType, hedge, statedAt, earlier, evidence, note, appearances);
    }
}

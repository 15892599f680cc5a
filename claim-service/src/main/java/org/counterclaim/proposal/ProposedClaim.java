package org.counterclaim.proposal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.counterclaim.position.DisputeStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A claim that a text seems to hold, for an editor to take, amend or leave.
 *
 * @param text what is asserted or denied, in the text's words
 * @param assertedIn ids of the attributions that assert it
 * @param deniedIn ids of those that deny it
 * @param otherIn ids of those that do neither: they question it, do not know it, or do not allege it
 * @param link how the denials refer to it; null where nobody denies it
 * @param reason what ties the denials to it; null where nobody denies it
 * @param confidence from 0 to 1
 * @param disputeStatus what these positions come to, by the rules that hold for every claim
 */
@Schema(name = "ProposedClaim")
public record ProposedClaim(
        @NotBlank @Size(max = 10_000) @Schema(required = true)
        String text,

        @Size(max = 100) @Schema(required = true) List<@NotNull @Size(max = 20) String> assertedIn,
        @Size(max = 100) @Schema(required = true) List<@NotNull @Size(max = 20) String> deniedIn,
        @Size(max = 100) @Schema(required = true) List<@NotNull @Size(max = 20) String> otherIn,
        Link link,
        @Size(max = 300) String reason,
        @Schema(required = true) double confidence,
        DisputeStatus.Value disputeStatus) {

    /** Whether a denial says what it denies, or only answers it. */
    @Schema(name = "DenialLink")
    public enum Link {
        EXPLICIT,
        IMPLICIT
    }

    public ProposedClaim {
        assertedIn = assertedIn == null ? List.of() : assertedIn;
        deniedIn = deniedIn == null ? List.of() : deniedIn;
        otherIn = otherIn == null ? List.of() : otherIn;
    }
}

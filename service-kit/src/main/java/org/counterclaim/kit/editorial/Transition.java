package org.counterclaim.kit.editorial;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request to move content to another editorial status.
 *
 * @param to the status wanted
 * @param reason why; also the reviewer's comment, the public note of a retraction, the reference of a legal order
 * @param acknowledgeFlags flags of severity error that are published in spite of, each with a reason
 */
public record Transition(
        @NotNull @Schema(required = true) EditorialStatus to,
        @Size(max = 2000) String reason,
        @Size(max = 200) List<@NotNull @Valid Acknowledgement> acknowledgeFlags) {

    /**
     * @param flagId id of the flag
     * @param reason why it does not stand in the way
     */
    public record Acknowledgement(
            @NotBlank @Schema(required = true) String flagId,

            @NotBlank @Size(max = 2000) @Schema(required = true)
            String reason) {}

    public Transition {
        acknowledgeFlags = acknowledgeFlags == null ? List.of() : acknowledgeFlags;
    }

    boolean hasReason() {
        return reason != null && !reason.isBlank();
    }

    boolean acknowledges(Flag flag) {
        return acknowledgeFlags.stream().anyMatch(a -> a.flagId().equals(flag.id()));
    }
}

package org.counterclaim.claim;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.counterclaim.kit.time.PartialDate;
import org.counterclaim.kit.time.PartialDate.Precision;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When a claim was made, as far as it is known.
 *
 * @param value as precise as the precision says; null if unknown
 * @param basis how it is known, or why not
 */
public record ClaimDate(
        @Schema(required = true, nullable = true, example = "2025-04-09") @JsonInclude(JsonInclude.Include.ALWAYS)
        String value,

        @NotNull @Schema(required = true) Precision precision,
        @Size(max = 500) String basis) {

    static final ClaimDate UNKNOWN = new ClaimDate(null, Precision.UNKNOWN, null);

    /** Whether the value has the form that its precision promises. */
    @JsonIgnore
    @AssertTrue(message = "value must have the form of its precision, and be null if that is unknown")
    @Schema(hidden = true)
    boolean isValid() {
        return new PartialDate(value, precision).isValid();
    }
}

package org.counterclaim.claim;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.counterclaim.kit.time.PartialDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A number that a claim turns on, with what is said of it: "at least 155 nationals", "one to two months".
 *
 * @param value the number, unless it is a range
 * @param minValue lower end of a range
 * @param maxValue upper end of a range
 * @param unitText what is counted or measured, as the text says it
 * @param quantityKind what sort of quantity, such as count, duration or age
 */
public record Quantity(
        @Digits(integer = 18, fraction = 9) BigDecimal value,
        @Digits(integer = 18, fraction = 9) BigDecimal minValue,
        @Digits(integer = 18, fraction = 9) BigDecimal maxValue,
        @NotNull @Schema(required = true) Comparator comparator,

        @NotBlank @Size(max = 100) @Schema(required = true) String unitText,

        @Size(max = 50) String quantityKind,
        @Valid PartialDate asOf) {

    /** How the number relates to what is counted. */
    public enum Comparator {
        EXACT,
        AT_LEAST,
        AT_MOST,
        GREATER_THAN,
        LESS_THAN,
        APPROXIMATELY,
        RANGE
    }

    /** Whether it has the numbers that its comparator speaks of, and no others. */
    @JsonIgnore
    @AssertTrue(message = "a range has minValue and maxValue in this order, anything else has value alone")
    @Schema(hidden = true)
    boolean isWhole() {
        return comparator == Comparator.RANGE
                ? value == null && minValue != null && maxValue != null && minValue.compareTo(maxValue) <= 0
                : value != null && minValue == null && maxValue == null;
    }
}

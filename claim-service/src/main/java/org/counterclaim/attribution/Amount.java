package org.counterclaim.attribution;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A number that is spoken of, with what is said of it: "at least 155", "one to two months".
 *
 * @param words where it stands, with its comparator
 * @param value the number, unless it is a range
 * @param minValue lower end of a range
 * @param maxValue upper end of a range
 * @param unitText what is counted or measured; empty where the text does not say
 */
@Schema(name = "Amount")
public record Amount(
        @NotNull @Valid @Schema(required = true) Passage words,
        @Digits(integer = 18, fraction = 9) BigDecimal value,
        @Digits(integer = 18, fraction = 9) BigDecimal minValue,
        @Digits(integer = 18, fraction = 9) BigDecimal maxValue,
        @NotNull @Schema(required = true) Comparison comparator,

        @NotNull @Size(max = 200) @Schema(required = true) String unitText) {

    /** Whether it has the numbers that its comparator speaks of, and no others. */
    @JsonIgnore
    @AssertTrue(message = "a range has minValue and maxValue in this order, anything else has value alone")
    @Schema(hidden = true)
    boolean isWhole() {
        return comparator == Comparison.RANGE
                ? value == null && minValue != null && maxValue != null && minValue.compareTo(maxValue) <= 0
                : value != null && minValue == null && maxValue == null;
    }

    /** How the number relates to what is counted. */
    @Schema(name = "AmountComparator")
    public enum Comparison {
        EXACT,
        AT_LEAST,
        AT_MOST,
        GREATER_THAN,
        LESS_THAN,
        APPROXIMATELY,
        RANGE
    }
}

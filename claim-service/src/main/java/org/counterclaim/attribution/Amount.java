package org.counterclaim.attribution;

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
        @Schema(required = true) Passage words,
        BigDecimal value,
        BigDecimal minValue,
        BigDecimal maxValue,
        @Schema(required = true) Comparison comparator,
        @Schema(required = true) String unitText) {

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

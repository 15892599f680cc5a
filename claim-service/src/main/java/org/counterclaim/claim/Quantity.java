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

    /** How far about a number goes. */
    private static final double ABOUT = 0.1;

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

    /**
     * The numbers that may be meant, the ends included. As floating point, which is near enough to look for them.
     *
     * @param until infinite where there is no upper end
     */
    record Span(double from, double until) {}

    /** "At least 155" may be 200, and not 100; "about 100" is anything from 90 to 110. */
    Span span() {
        double number = value == null ? 0 : value.doubleValue();
        double margin = Math.abs(number) * ABOUT;
        return switch (comparator) {
            case EXACT -> new Span(number, number);
            case AT_LEAST -> new Span(number, Double.POSITIVE_INFINITY);
            case AT_MOST -> new Span(Double.NEGATIVE_INFINITY, number);
            case GREATER_THAN -> new Span(Math.nextUp(number), Double.POSITIVE_INFINITY);
            case LESS_THAN -> new Span(Double.NEGATIVE_INFINITY, Math.nextDown(number));
            case APPROXIMATELY -> new Span(number - margin, number + margin);
            case RANGE -> new Span(minValue.doubleValue(), maxValue.doubleValue());
        };
    }
}

package org.counterclaim.kit.time;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A date known as far as it is known: {@code 2025-04-09T10:00:00Z}, {@code 2025-04-09}, {@code 2025-04}, {@code 2025} or null.
 *
 * @param value RFC 3339 time or a date cut short (ISO 8601), as precise as the precision says; null if unknown
 */
public record PartialDate(
        @Schema(required = true, nullable = true, example = "2025-04-09") @JsonInclude(JsonInclude.Include.ALWAYS)
        String value,

        @NotNull @Schema(required = true) Precision precision) {

    /** How much of a date is known. */
    public enum Precision {
        INSTANT,
        DAY,
        MONTH,
        YEAR,
        UNKNOWN
    }

    /** A date that nobody knows. */
    public static final PartialDate UNKNOWN = new PartialDate(null, Precision.UNKNOWN);

    /** Whether the value has the form that its precision promises. */
    @AssertTrue(message = "value must have the form of its precision, and be null if that is unknown")
    @Schema(hidden = true)
    @JsonIgnore
    public boolean isValid() {
        if (precision == null) {
            return true;
        }
        try {
            return switch (precision) {
                case INSTANT -> value != null && Instant.parse(value) != null;
                case DAY -> value != null && LocalDate.parse(value) != null;
                case MONTH -> value != null && YearMonth.parse(value) != null;
                case YEAR -> value != null && value.matches("\\d{4}") && Year.parse(value) != null;
                case UNKNOWN -> value == null;
            };
        } catch (DateTimeException e) {
            return false;
        }
    }
}

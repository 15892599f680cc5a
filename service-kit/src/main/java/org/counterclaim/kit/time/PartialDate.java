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
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
            return precision == Precision.UNKNOWN ? value == null : value != null && start() != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /**
     * A date as somebody writes it, as precise as it is written.
     *
     * @throws DateTimeException if it is none
     */
    public static PartialDate parse(String text) {
        Precision precision = switch (text.length()) {
            case 4 -> Precision.YEAR;
            case 7 -> Precision.MONTH;
            case 10 -> Precision.DAY;
            default -> Precision.INSTANT;
        };
        PartialDate date = new PartialDate(text, precision);
        date.start();
        return date;
    }

    /**
     * When it begins, in UTC; null if it is unknown.
     *
     * @throws DateTimeException if the value has not the form of its precision
     */
    public Instant start() {
        LocalDate day = firstDay();
        return precision == Precision.INSTANT
                ? Instant.parse(value).truncatedTo(ChronoUnit.MILLIS)
                : day == null ? null : startOf(day);
    }

    /** When it is over, in UTC: the first millisecond that does not belong to it; null if it is unknown. */
    public Instant end() {
        Instant start = start();
        return switch (precision) {
            case INSTANT -> start.plusMillis(1);
            case DAY -> startOf(firstDay().plusDays(1));
            case MONTH -> startOf(firstDay().plusMonths(1));
            case YEAR -> startOf(firstDay().plusYears(1));
            case UNKNOWN -> null;
        };
    }

    private LocalDate firstDay() {
        if (value != null && !value.matches("\\d{4}(-.*)?")) {
            throw new DateTimeException("A year has four digits");
        }
        return switch (precision) {
            case DAY -> LocalDate.parse(value);
            case MONTH -> YearMonth.parse(value).atDay(1);
            case YEAR -> Year.parse(value).atDay(1);
            case INSTANT, UNKNOWN -> null;
        };
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}

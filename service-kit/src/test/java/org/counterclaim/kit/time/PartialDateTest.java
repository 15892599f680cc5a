package org.counterclaim.kit.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import org.counterclaim.kit.time.PartialDate.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @ParameterizedTest
    @CsvSource({
        "2025-04-09T10:00:00Z, INSTANT, true",
        "2025-04-09, DAY, true",
        "2025-04, MONTH, true",
        "2025, YEAR, true",
        ", UNKNOWN, true",
        "2025-02-30, DAY, false",
        "2025-13, MONTH, false",
        "25, YEAR, false",
        "2025, DAY, false",
        "2025, UNKNOWN, false",
        ", DAY, false",
        "+12345-01-01, DAY, false",
        "+1000000000-12-31T23:59:59Z, INSTANT, false"
    })
    void aValueHasTheFormOfItsPrecision(String value, Precision precision, boolean valid) {
        assertEquals(valid, new PartialDate(value, precision).isValid());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04-09T10:00:00.0005Z, 2025-04-09T10:00:00Z, 2025-04-09T10:00:00.001Z",
        "2025-04-09T01:00:00+02:00, 2025-04-08T23:00:00Z, 2025-04-08T23:00:00.001Z",
        "2025-04-09, 2025-04-09T00:00:00Z, 2025-04-10T00:00:00Z",
        "2024-02, 2024-02-01T00:00:00Z, 2024-03-01T00:00:00Z",
        "9999, 9999-01-01T00:00:00Z, +10000-01-01T00:00:00Z"
    })
    void aDateBeginsAndEnds(String text, Instant start, Instant end) {
        assertEquals(start, PartialDate.parse(text).start());
        assertEquals(end, PartialDate.parse(text).end());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2025-00", "20250409", "2025-04-09T10:00", "-999-01-01"})
    void whatIsNoDateIsNone(String text) {
        assertThrows(DateTimeException.class, () -> PartialDate.parse(text));
    }

    @Test
    void whatIsUnknownNeitherBeginsNorEnds() {
        assertNull(PartialDate.UNKNOWN.start());
        assertNull(PartialDate.UNKNOWN.end());
    }
}

package org.counterclaim.kit.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.counterclaim.kit.time.PartialDate.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        ", DAY, false"
    })
    void aValueHasTheFormOfItsPrecision(String value, Precision precision, boolean valid) {
        assertEquals(valid, new PartialDate(value, precision).isValid());
    }
}

package org.counterclaim.kit.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {

    @Test
    void anyOffsetIsUnderstood() {
        Instant moment = Instant.parse("2026-11-28T09:30:00Z");
        assertEquals(moment, WrittenTime.parse("2026-11-28T09:30:00Z"));
        assertEquals(moment, WrittenTime.parse("2026-11-28T11:30:00.000+02:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-28",
                "2026-11-28T09:30:00",
                "+12345-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "9999-12-31T23:59:59-01:00",
                "0000-01-01T00:00:00+01:00"
            })
    void whatTheStandardDoesNotKnowIsNone(String text) {
        assertThrows(DateTimeException.class, () -> WrittenTime.parse(text));
    }
}

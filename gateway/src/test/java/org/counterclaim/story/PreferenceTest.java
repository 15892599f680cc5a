package org.counterclaim.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "handling=strict",
                "Handling = \"strict\"",
                "respond-async, handling=strict",
                "handling=strict; x=1",
                "handling=strict, handling=lenient"
            })
    void strict(String header) {
        assertEquals(Preference.STRICT, Preference.of(List.of(header)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "handling=lenient", "handling", "x=1; handling=strict", "handling=lenient, handling=strict"})
    void lenient(String header) {
        assertEquals(Preference.LENIENT, Preference.of(List.of(header)));
    }

    @Test
    void eachHeaderCounts() {
        assertEquals(Preference.LENIENT, Preference.of(List.of()));
        assertEquals(Preference.STRICT, Preference.of(List.of("wait=1", "handling=strict")));
    }
}

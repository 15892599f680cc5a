package org.counterclaim.local;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoresTest {

    @ParameterizedTest
    @ValueSource(strings = {"MONGODB_URI", "DATABASE_URL"})
    void whatNamesNoServerIsRefusedBeforeAnythingIsStarted(String variable) {
        Map<String, String> environment = Map.of(variable, "http://me:secret@127.0.0.1");
        Refusal refusal = assertThrows(Refusal.class, () -> Stores.chosenIn(environment));
        assertTrue(refusal.getMessage().startsWith(variable + " names no server"), refusal.getMessage());
        assertFalse(refusal.getMessage().contains("secret"));
    }

    @Test
    void whatIsEmptyNamesNothing() {
        assertDoesNotThrow(() -> Stores.chosenIn(Map.of("MONGODB_URI", "", "DATABASE_URL", " ")));
        assertDoesNotThrow(() -> Stores.chosenIn(
                Map.of("MONGODB_URI", "mongodb://127.0.0.1", "DATABASE_URL", "postgres://a:b@127.0.0.1/c")));
    }
}

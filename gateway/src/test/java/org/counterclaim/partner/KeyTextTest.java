package org.counterclaim.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

    private static final String ID = "key_01JRD8VN4Z5D8C7A2V0X3K9QWE";

    private final KeyText key = KeyText.random(ID, false, new SecureRandom());

    @Test
    void aKeyTellsItsId() {
        assertTrue(key.secret().startsWith("cc_live_01JRD8VN4Z5D8C7A2V0X3K9QWE_"));
        assertEquals(ID, KeyText.parse(key.secret()).orElseThrow().keyId());
        KeyText sandbox = KeyText.random(ID, true, new SecureRandom());
        assertTrue(sandbox.secret().startsWith("cc_sandbox_"));
        assertEquals(ID, KeyText.parse(sandbox.secret()).orElseThrow().keyId());
    }

    @Test
    void twoKeysDiffer() {
        assertNotEquals(
                key.secret(), KeyText.random(ID, false, new SecureRandom()).secret());
    }

    @Test
    void aKeyDoesNotTellItselfToALog() {
        assertEquals(ID, key.toString());
    }

    @Test
    void aMistypedKeyIsNone() {
        for (int i = 0; i < key.secret().length(); i++) {
            char wrong = key.secret().charAt(i) == '7' ? '8' : '7';
            String mistyped =
                    key.secret().substring(0, i) + wrong + key.secret().substring(i + 1);
            assertEquals(Optional.empty(), KeyText.parse(mistyped), mistyped);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cc_live_", "Bearer x", "cc_live_\u0000", "' or 1=1 --", "{\"$gt\": \"\"}"})
    void whatIsNoKeyIsNone(String text) {
        assertEquals(Optional.empty(), KeyText.parse(text));
        assertEquals(Optional.empty(), KeyText.parse(text + "x".repeat(100_000)));
    }
}

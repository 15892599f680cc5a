package org.counterclaim.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @Test
    void bothDriversGetWhatTheyNeed() {
        Map<String, String> settings =
                DatabaseUrl.settings("postgresql://gate:s%40c%2Br+et@db.example.org:6432/partners?sslmode=require");
        assertEquals(
                Map.of(
                        "quarkus.datasource.reactive.url", "postgresql://db.example.org:6432/partners?sslmode=require",
                        "quarkus.datasource.jdbc.url", "jdbc:postgresql://db.example.org:6432/partners?sslmode=require",
                        "quarkus.datasource.username", "gate",
                        "quarkus.datasource.password", "s@c+r+et"),
                settings);
    }

    @Test
    void nobodyNeedsAUser() {
        assertFalse(
                DatabaseUrl.settings("postgres://127.0.0.1:5432/partners").containsKey("quarkus.datasource.username"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mysql://u:secret@h/d", "postgresql://u:secret@", "u:secret@h", "postgresql://u:sec ret@h/d"})
    void anotherAddressIsRefusedWithoutItsPassword(String url) {
        String message = assertThrows(IllegalArgumentException.class, () -> DatabaseUrl.settings(url))
                .getMessage();
        assertEquals("DATABASE_URL must be of the form postgresql://user:password@host:port/database", message);
    }
}

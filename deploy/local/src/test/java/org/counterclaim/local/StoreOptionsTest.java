package org.counterclaim.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreOptionsTest {

    private static final Optional<String> NONE = Optional.empty();

    @Test
    void theStoreIsADataFolderOrAMongoDb() {
        assertEquals(
                Optional.of(new StoreOptions(Path.of("b"), Path.of("d"), null)),
                StoreOptions.parse(List.of("--data", "d", "b"), NONE, ""));
        assertEquals(
                Optional.of(new StoreOptions(Path.of("b"), null, "mongodb://m")),
                StoreOptions.parse(List.of("b"), Optional.of("mongodb://m"), ""));
        assertEquals(NONE, StoreOptions.parse(List.of("--help"), NONE, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "b", "b c --data d", "b --data", "b --date d"})
    void whatIsNotUnderstoodIsAnsweredWithTheUsage(String arguments) {
        List<String> words = List.of(arguments.split(" "));
        assertEquals(
                2,
                assertThrows(
                                Refusal.class,
                                () -> StoreOptions.parse(arguments.isEmpty() ? List.of() : words, NONE, "Usage"))
                        .exitCode());
    }

    @Test
    void twoStoresAreOneTooMany() {
        List<String> arguments = List.of("--data", "d", "b");
        assertThrows(Refusal.class, () -> StoreOptions.parse(arguments, Optional.of("mongodb://m"), ""));
    }
}

package org.counterclaim.attribution;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that nobody would write, more tokens than a story has: it costs seconds at the very most, never minutes. */
class HostileTextTest {

    private static final int MUCH = 20_000;
    private static final Reading READING = Reading.bundled();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "\"",
                "‘",
                "\" a",
                "and said ",
                "He said that ",
                "\"I said\" he said. ",
                ", who said",
                "is false ",
                "(",
                "\n\""
            })
    void isReadInTime(String piece) {
        String text = piece.repeat(MUCH / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> READING.drafts(READING.story(text)));
    }
}

package org.counterclaim.likeness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LikenessTest {

    record Pair(String language, boolean same, String one, String other) {

        Likeness likeness() {
            return Likeness.of(Wording.of(one, language), Wording.of(other, language), Set.of());
        }
    }

    static Stream<Pair> pairs() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(LikenessTest.class.getResourceAsStream("pairs.txt"), StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| "))
                    .map(cells -> new Pair(cells[0], cells[1].equals("same"), cells[2], cells[3]))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theSameIsADuplicateAndWhatDiffersIsNotEvenSimilar(Pair pair) {
        double score = pair.likeness().score();
        if (pair.same) {
            assertTrue(score >= Likeness.DUPLICATE, () -> score + " " + pair.likeness());
        } else {
            assertTrue(score < Likeness.SIMILAR, () -> score + " " + pair.likeness());
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void itIsTheSameFromBothSides(Pair pair) {
        Wording one = Wording.of(pair.one, pair.language);
        Wording other = Wording.of(pair.other, pair.language);
        assertEquals(Likeness.of(one, other, Set.of()), Likeness.of(other, one, Set.of()));
    }

    @Test
    void thereAreEnoughPairsOfEachLanguage() throws IOException {
        assertTrue(pairs().count() >= 60);
        assertEquals(
                Set.of("en", "de", "fr", "es", "pt", "ru", "uk", "ar", "zh"),
                pairs().map(Pair::language).collect(Collectors.toSet()));
    }

    @Test
    void theReasonsSayWhatIsSharedAndWhatSpeaksAgainstIt() {
        Likeness likeness = Likeness.of(
                Wording.of("Lula spent 73 million on a palace in 2019.", "en"),
                Wording.of("Dilma never spent 74 million on a palace in 2019.", "en"),
                Set.of("pty_1"));
        assertEquals(
                List.of(
                        new Likeness.Reason(Likeness.Kind.TERMS, List.of("million", "palac", "spent")),
                        new Likeness.Reason(Likeness.Kind.NUMBERS, List.of("2019")),
                        new Likeness.Reason(Likeness.Kind.PARTIES, List.of("pty_1")),
                        new Likeness.Reason(Likeness.Kind.OTHER_NUMBERS, List.of("73", "74")),
                        new Likeness.Reason(Likeness.Kind.OTHER_NAMES, List.of("dilma", "lula")),
                        new Likeness.Reason(Likeness.Kind.NEGATION, List.of())),
                likeness.reasons());
    }

    @Test
    void textsInTwoLanguagesAreNotCompared() {
        Wording english = Wording.of("Radio Paris transmission international 2019", "en");
        Wording french = Wording.of("Radio Paris transmission international 2019", "fr");
        assertEquals(0, Likeness.of(english, french, Set.of()).score());
    }
}

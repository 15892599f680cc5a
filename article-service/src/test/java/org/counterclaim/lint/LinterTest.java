package org.counterclaim.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Flag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ferry-report",
                "match-report",
                "bribery-claim",
                "strike-numbers",
                "study-of-sleep",
                "border-essay",
                "school-bus",
                "mayor-interview",
                "bericht-hochwasser",
                "prisoner-exchange",
                "market-prices"
            })
    void eachStoryIsToldWhatIsToBeSaidOfItAndNoMore(String name) throws IOException {
        try (InputStream text = LinterTest.class.getResourceAsStream("/lint/" + name + ".txt")) {
            AStory told = AStory.of(new String(text.readAllBytes(), UTF_8));
            assertEquals(told.expected(), AStory.said(Linter.flags(told.story())));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "😀😀 He said \"they [China] knew\". | [China] | 17 | 24",
                "\"They [China] knew | [China] | 6 | 13",
                "„Sie [die Chinesen] wussten es.“ | [die Chinesen] | 5 | 19",
                "«Ils [les Chinois] savaient.» | [les Chinois] | 5 | 18"
            })
    void spansAreCountedInCodePoints(String text, String exact, int start, int end) {
        Flag.Span span = only("editorial_insertion_in_quote", body(text)).span();
        assertEquals(new Flag.Span("s1", start, end, exact), span);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "They [China] knew.",
                "He said \"they knew\" [China].",
                "\"They knew [...] and [sic] went on […]\"",
                "\"An array[] of things\""
            })
    void whatIsNoInsertionIsNone(String text) {
        assertEquals(List.of(), AStory.said(Linter.flags(body(text))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "At Least 40 Die | At least 40 people died. | ",
                "40 Die | At least 40 people died. | 40",
                "Forty-Two Die | At least 42 people died. | ",
                "Two Dead in Fire | At least two people died in a fire. | Two",
                "1.5 Million Flee | Some 1.5 million people fled. | 1.5 Million",
                "40 Die | There were 40 dead, at least 40 said others. | ",
                "40 Die | The road was closed for over 40 hours; 40 people died. | ",
                "40 Die | Over 40,000 came. | ",
                "Prices Rise 40% | Prices rose nearly 40%. | 40"
            })
    void aNumberIsAsExactInTheHeadlineAsInTheText(String headline, String text, String flagged) {
        List<String> drifts = Linter.flags(story(headline, text)).stream()
                .filter(flag -> flag.code().equals("quantity_comparator_drift"))
                .map(flag -> flag.span().exact())
                .toList();
        assertEquals(flagged == null ? List.of() : List.of(flagged), drifts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Army Shelled Village Market | The army reportedly shelled the market of the village. | true",
                "Army Shelled Village Market | The army shelled the market of the village. It may do so again. | false",
                "Army May Have Shelled Market | The army reportedly shelled the market. | false",
                "Army Shelled Market, Witnesses Say | The army reportedly shelled the market. | true",
                "Witness: army shelled market | The army shelled the market in May. | false",
                "Did the Army Shell the Market? | The army reportedly shelled the market. | false",
                "Rain Expected | It might rain. | false"
            })
    void aHeadlineLeavesOpenWhatTheTextLeavesOpen(String headline, String text, boolean drifts) {
        assertEquals(
                drifts,
                Linter.flags(story(headline, text)).stream()
                        .anyMatch(flag -> flag.code().equals("hedge_drift")));
    }

    @Test
    void everyFlagHasItsOwnIdAndASentence() {
        String twice = "Numerous people came. Numerous people left. \"They [all] said [so].\"";
        List<Flag> flags = Linter.flags(body(twice));
        assertEquals(4, flags.size());
        assertEquals(4, new HashSet<>(flags.stream().map(Flag::id).toList()).size());
        flags.forEach(flag -> assertTrue(flag.detail().matches("(?s).{20,}[.?!\"]"), flag.detail()));
    }

    @Test
    void whatStandsInTheWayIsNamedInFull() {
        List<Story.Citation> sources = IntStream.range(0, 300)
                .mapToObj(i -> new Story.Citation("src_" + i, "Source", false))
                .toList();
        Passage text = new Passage("s1", Passage.Kind.BODY, "Numerous. ".repeat(300));
        List<Flag> flags = Linter.flags(new Story("art_1", "en", false, true, List.of(text), sources));
        assertEquals(501, flags.size());
        assertEquals(301, flags.stream().takeWhile(Flag::standsInTheWay).count());
    }

    /** A text made to keep a rule busy costs no more than its length. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "[",
                "\"[",
                "despite a ",
                "Aa ",
                "Aa’",
                "prisoner Aa ",
                "1,",
                "at least ",
                "A. ",
                "born in ",
                "-year-old "
            })
    void aLongTextIsReadInTime(String piece) {
        String text = piece.repeat(100_000 / piece.length());
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertFalse(Linter.flags(story(text.substring(0, 300), text)) == null));
    }

    private static Flag only(String code, Story story) {
        List<Flag> flags = Linter.flags(story);
        assertEquals(List.of(code), flags.stream().map(Flag::code).toList());
        return flags.get(0);
    }

    private static Story body(String text) {
        return story("Title", text);
    }

    private static Story story(String headline, String text) {
        return new Story(
                "art_1",
                "en",
                true,
                true,
                Stream.of(
                                new Passage("s0", Passage.Kind.HEADLINE, headline),
                                new Passage("s1", Passage.Kind.BODY, text))
                        .toList(),
                List.of());
    }
}

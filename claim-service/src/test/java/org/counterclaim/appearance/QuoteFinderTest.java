package org.counterclaim.appearance;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.counterclaim.story.ArticleText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuoteFinderTest {

    static Stream<AnEdit> edits() {
        return AnEdit.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void aQuoteIsFoundAfterAnEditOrKnownToBeLost(AnEdit edit) {
        assertEquals(edit.expected(), QuoteFinder.in(edit.after()).find(edit.appearance()));
    }

    @Test
    void thereAreEditsOfEachOutcome() {
        assertTrue(AnEdit.all().size() >= 60, () -> "only " + AnEdit.all().size());
        for (AnchorState state : AnchorState.values()) {
            assertTrue(edits().filter(edit -> edit.expected().state() == state).count() >= 5, state::name);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void beforeAnyEditAQuoteStandsWhereItIsQuotedFrom(AnEdit edit) {
        Anchor found = QuoteFinder.in(edit.before()).find(edit.appearance());
        assertTrue(found.isAsQuoted(edit.appearance()), found::toString);
    }

    /** What would take hours if it grew with the repetitions of a text. */
    @Test
    void aHugeTextThatRepeatsItselfDoesNotStopTheService() {
        String quote = "a".repeat(1_999) + "b";
        String huge = "a".repeat(50_000);
        AnEdit edit = AnEdit.of("a".repeat(32) + "⟦" + quote + "⟧" + "a".repeat(32));
        List<ArticleText.Section> sections = Stream.iterate(1, i -> i <= 20, i -> i + 1)
                .map(i -> new ArticleText.Section("s" + i, huge))
                .toList();
        ArticleText text = AnEdit.text(2, sections);
        Anchor found = assertTimeoutPreemptively(
                ofSeconds(20), () -> QuoteFinder.in(text).find(edit.appearance()));
        assertEquals(AnchorState.FUZZY, found.state());
    }
}

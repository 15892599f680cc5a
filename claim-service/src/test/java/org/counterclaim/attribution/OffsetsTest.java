package org.counterclaim.attribution;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever the text, nothing of it is lost, and every piece lies within it. */
class OffsetsTest {

    private static final Reading READING = Reading.bundled();

    @Property(tries = 100)
    void tokensAreAllOfTheTextButItsSpace(@ForAll("texts") String text) {
        Story story = READING.story(text);
        String tokens = story.sentences().stream()
                .flatMap(sentence -> sentence.tokens().stream())
                .map(Token::form)
                .collect(Collectors.joining());
        assertEquals(text.replaceAll("\\s", ""), tokens.replaceAll("\\s", ""));
    }

    @Property(tries = 200)
    void everyPieceLiesWithinTheText(@ForAll("texts") String text) {
        for (Draft draft : READING.drafts(READING.story(text))) {
            for (List<Span> spans : List.of(draft.source, draft.cue, draft.content)) {
                spans.forEach(span -> assertTrue(
                        0 <= span.start() && span.start() < span.end() && span.end() <= text.length(), span::toString));
            }
        }
    }

    @Test
    void sentencesEndWhereTheyShould() {
        assertAll(
                () -> assertEquals(2, sentences("Mr. Smith met J. Doe in the U.S. Senate. They talked.")),
                () -> assertEquals(2, sentences("“Why?” Smith asked. He left.")),
                () -> assertEquals(3, sentences("He lives in the U.S. The rest is known. \"So what?\"")),
                () -> assertEquals(2, sentences("A headline without a stop\n\nA paragraph.")));
    }

    private static int sentences(String text) {
        return READING.story(text).sentences().size();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "said",
                        "Smith",
                        "the mayor",
                        "“",
                        "”",
                        "\"",
                        "'",
                        "‘",
                        "’",
                        ",",
                        ".",
                        "according to",
                        "that",
                        "denied",
                        "\n\n",
                        "who",
                        "and",
                        "—",
                        "(",
                        ")",
                        "😀",
                        "told",
                        "reporters",
                        "was",
                        "accused",
                        "of",
                        "🇺🇦",
                        "it's",
                        "…")
                .list()
                .ofMaxSize(40)
                .map(words -> String.join(" ", words));
    }
}

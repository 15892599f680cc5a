package org.counterclaim.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.counterclaim.article.TextSpan.Kind;
import org.counterclaim.article.TextSpan.Offsets;
import org.junit.jupiter.api.Test;

/** Where the words of two texts differ. */
class WordsTest {

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.of("rain", "sun", "🌧️", "👩‍🚒", "Mr.", "l'été", "雨", " ", "  ", ", ", ".", "\n", "—")
                .list()
                .ofMaxSize(30)
                .map(pieces -> String.join("", pieces));
    }

    @Property(tries = 500)
    void theSpansMakeTheOneTextTheOther(@ForAll("text") String before, @ForAll("text") String after) {
        List<TextSpan> spans = Words.between(before, after, Locale.ENGLISH);
        StringBuilder made = new StringBuilder();
        int last = 0;
        for (TextSpan span : spans) {
            assertTrue(span.before().start() >= last);
            assertEquals(span.removed(), slice(before, span.before()));
            assertEquals(span.added(), slice(after, span.after()));
            made.append(slice(before, new Offsets(last, span.before().start()))).append(span.added());
            last = span.before().end();
        }
        made.append(slice(before, new Offsets(last, before.codePointCount(0, before.length()))));
        assertEquals(after, made.toString());
        assertEquals(before.equals(after), spans.isEmpty());
    }

    @Test
    void offsetsCountCodePoints() {
        assertEquals(
                List.of(new TextSpan(Kind.CHANGED, new Offsets(2, 6), new Offsets(2, 6), "Rain", "Snow")),
                Words.between("🌧 Rain fell.", "🌧 Snow fell.", Locale.ENGLISH));
    }

    @Test
    void wordsThatFollowEachOtherAreOneSpan() {
        assertEquals(
                List.of(new TextSpan(
                        Kind.CHANGED, new Offsets(2, 10), new Offsets(2, 17), "big rain", "small blue snow")),
                Words.between("A big rain fell.", "A small blue snow fell.", Locale.ENGLISH));
        assertEquals(
                List.of(new TextSpan(Kind.DELETED, new Offsets(2, 6), new Offsets(2, 2), "big ", "")),
                Words.between("A big rain.", "A rain.", Locale.ENGLISH));
        assertEquals(
                List.of(new TextSpan(Kind.INSERTED, new Offsets(2, 2), new Offsets(2, 6), "", "big ")),
                Words.between("A rain.", "A big rain.", Locale.ENGLISH));
    }

    @Test
    void whatWasWrittenAnewIsOneSpan() {
        String before = "rain ".repeat(5_000);
        String after = "sun. ".repeat(5_000);
        List<TextSpan> spans = Words.between("Same " + before + "end", "Same " + after + "end", Locale.ENGLISH);
        assertEquals(1, spans.size());
        assertEquals(5, spans.get(0).before().start());
    }

    private static String slice(String text, Offsets offsets) {
        int from = text.offsetByCodePoints(0, offsets.start());
        return text.substring(from, text.offsetByCodePoints(from, offsets.end() - offsets.start()));
    }
}

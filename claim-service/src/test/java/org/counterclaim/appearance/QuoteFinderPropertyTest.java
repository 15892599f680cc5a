package org.counterclaim.appearance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.counterclaim.story.ArticleText;

/** What holds for any quote and any text: of few letters, so that everything stands in many places. */
class QuoteFinderPropertyTest {

    private static final int[] LETTERS = "ab 1.\u0301\uD83D\uDE00".codePoints().toArray();

    @Property
    void whateverIsCertainIsWordForWordWhatWasQuoted(
            @ForAll("texts") String before,
            @ForAll("articles") List<String> after,
            @ForAll @IntRange(max = 40) int start,
            @ForAll @IntRange(min = 1, max = 40) int length) {
        Appearance quote = quote(before, start, length);
        ArticleText text = article(after);
        Anchor anchor = QuoteFinder.in(text).find(quote);
        String exact = quote.content().selector().quote().exact();
        switch (anchor.state()) {
            case EXACT, MOVED -> assertEquals(Optional.of(exact), said(anchor, text));
            case FUZZY -> assertTrue(said(anchor, text).isPresent(), anchor::toString);
            case ORPHANED -> assertEquals(new Anchor("app_1", 2, AnchorState.ORPHANED, null, null, null), anchor);
        }
        assertTrue(anchor.state() != AnchorState.EXACT || anchor.sectionId().equals("s1"));
        assertEquals(anchor, QuoteFinder.in(article(after)).find(quote));
    }

    /** Nothing that happens in other sections makes a quote uncertain that stands where it stood. */
    @Property
    void whatStandsWhereItStoodIsFoundThere(
            @ForAll("texts") String home,
            @ForAll("articles") List<String> others,
            @ForAll @IntRange(max = 40) int start,
            @ForAll @IntRange(min = 1, max = 40) int length) {
        Appearance quote = quote(home, start, length);
        List<String> after = new ArrayList<>(others);
        after.add(0, home);
        assertTrue(QuoteFinder.in(article(after)).find(quote).isAsQuoted(quote));
    }

    private static Appearance quote(String text, int start, int length) {
        int letters = text.codePointCount(0, text.length());
        Assume.that(start < letters);
        int from = text.offsetByCodePoints(0, start);
        int until = text.offsetByCodePoints(from, Math.min(length, letters - start));
        return AnEdit.of(text.substring(0, from) + "⟦" + text.substring(from, until) + "⟧" + text.substring(until))
                .appearance();
    }

    private static ArticleText article(List<String> texts) {
        return AnEdit.text(
                2,
                IntStream.range(0, texts.size())
                        .mapToObj(i -> new ArticleText.Section("s" + (i + 1), texts.get(i)))
                        .toList());
    }

    private static Optional<String> said(Anchor anchor, ArticleText text) {
        return text.section(anchor.sectionId()).flatMap(section -> section.slice(anchor.start(), anchor.end()));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.integers()
                .between(0, LETTERS.length - 1)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(80)
                .map(letters ->
                        new String(IntStream.of(letters).map(i -> LETTERS[i]).toArray(), 0, letters.length));
    }

    @Provide
    Arbitrary<List<String>> articles() {
        return texts().list().ofMaxSize(3);
    }
}

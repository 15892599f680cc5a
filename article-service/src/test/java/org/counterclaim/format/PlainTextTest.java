package org.counterclaim.format;

import static org.counterclaim.format.HtmlTextTest.sections;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.counterclaim.article.ArticleContent;
import org.counterclaim.article.Source;
import org.junit.jupiter.api.Test;

/** How a plain text is cut. */
class PlainTextTest {

    @Test
    void sourcesMayStandInOneLine() {
        ArticleContent article = PlainText.read("""
                Rain on Monday

                It rained.

                Related Sources:

                • Source 1 • Source 2
                """, "en");
        assertEquals(
                List.of(
                        "HEADLINE Rain on Monday",
                        "PARAGRAPH It rained.",
                        "SOURCES Related Sources:",
                        "SOURCES • Source 1 • Source 2"),
                sections(article));
        assertEquals(
                List.of(Source.unresolved("Source 1", null), Source.unresolved("Source 2", null)), article.sources());
    }

    /** The worked example, pasted as a newsroom has it. */
    @Test
    void theExampleIsCutAsItIs() throws IOException {
        try (InputStream example = PlainTextTest.class.getResourceAsStream("/org/counterclaim/local/example.json")) {
            List<JsonNode> given = new ArrayList<>();
            new ObjectMapper().readTree(example).at("/article/sections").forEach(given::add);
            String text =
                    given.stream().map(section -> section.path("text").asText()).collect(Collectors.joining("\n\n"));
            ArticleContent article = PlainText.read(text, "en");
            List<String> expected = given.stream()
                    .map(section -> section.path("role").asText().toUpperCase(Locale.ROOT) + " "
                            + section.path("text").asText())
                    .toList();
            assertEquals(expected, sections(article));
            assertEquals(
                    List.of("Source 1", "Source 2"),
                    article.sources().stream().map(Source::label).toList());
        }
    }

    @Test
    void eachLineOfAListOfSourcesIsOne() {
        ArticleContent article = PlainText.read(
                "Rain\n\nIt\nrained.\n\nSources\n1. The office (https://weather.example/1).\n2. A diary\nA neighbour",
                null);
        assertEquals("PARAGRAPH It rained.", sections(article).get(1));
        assertEquals(
                List.of(
                        Source.unresolved("The office (https://weather.example/1).", "https://weather.example/1"),
                        Source.unresolved("A diary", null),
                        Source.unresolved("A neighbour", null)),
                article.sources());
    }

    @Test
    void aLineThatIsFollowedByATextAnnouncesNothing() {
        ArticleContent article = PlainText.read("Rain\n\nSources:\n\n" + "It rained and rained. ".repeat(40), null);
        assertEquals(List.of(), article.sources());
        assertEquals("PARAGRAPH Sources:", sections(article).get(1));
    }

    @Test
    void aParagraphOfItemsIsAList() {
        ArticleContent article = PlainText.read("Rain\n\nTake with you:\n\n- an umbrella\n- a coat", null);
        assertEquals(
                List.of("HEADLINE Rain", "PARAGRAPH Take with you:", "LIST - an umbrella\n- a coat"),
                sections(article));
    }

    @Test
    void withoutBlankLinesEachLineIsAParagraph() {
        assertEquals(
                List.of("HEADLINE Rain", "PARAGRAPH It rained.", "PARAGRAPH It poured."),
                sections(PlainText.read("Rain\nIt rained.\nIt poured.", null)));
    }
}

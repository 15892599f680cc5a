package org.counterclaim.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.counterclaim.article.ArticleContent;
import org.counterclaim.article.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken from a page, and what is not. */
class HtmlTextTest {

    @Test
    void itsBlocksAreSections() {
        ArticleContent article = HtmlText.read("""
                <!doctype html><html lang="en-GB"><head><title>Weather | The Paper</title>
                <link rel="canonical" href="https://paper.example/rain"><script>alert(1)</script></head>
                <body><nav><a href="/">Home</a></nav><main><header><h1>Rain on <em>Monday</em></h1></header>
                It rained,<br>and how.
                <p>People got wet.<script>document.write("no")</script></p>
                <figure><img src="https://paper.example/rain.jpg" alt="x"><figcaption>Rain, seen &amp; heard</figcaption></figure>
                <h2>What they say</h2><blockquote><p>I have never</p><p>been so wet.</p></blockquote>
                <ul><li>an umbrella</li><li>a <b>coat</b></li></ul>
                <div>Loose <i>words</i> <div>and more</div> at the end</div>
                <h3>Related Sources</h3><ul><li><a href="https://weather.example/1">The weather office</a></li>
                <li><a href="javascript:alert(1)">A neighbour</a></li><li><a href="/local">A diary</a></li></ul>
                </main><style>p {color: red}</style></body></html>""", null);
        assertEquals("Rain on Monday", article.headline());
        assertEquals("en-GB", article.inLanguage());
        assertEquals("https://paper.example/rain", article.url());
        assertEquals("https://paper.example/rain.jpg", article.image().url());
        assertEquals("Rain, seen & heard", article.image().caption());
        assertEquals(
                List.of(
                        "HEADLINE Rain on Monday",
                        "PARAGRAPH It rained, and how.",
                        "PARAGRAPH People got wet.",
                        "CAPTION Rain, seen & heard",
                        "HEADING What they say",
                        "QUOTE I have never been so wet.",
                        "LIST an umbrella\na coat",
                        "PARAGRAPH Loose words",
                        "PARAGRAPH and more",
                        "PARAGRAPH at the end",
                        "SOURCES Related Sources",
                        "SOURCES The weather office",
                        "SOURCES A neighbour",
                        "SOURCES A diary"),
                sections(article));
        assertEquals(
                List.of(
                        Source.unresolved("The weather office", "https://weather.example/1"),
                        Source.unresolved("A neighbour", null),
                        Source.unresolved("A diary", null)),
                article.sources());
    }

    @Test
    void aPageWithoutAHeadingIsCalledWhatItsTitleSays() {
        ArticleContent article = HtmlText.read("<title>Rain</title><p>It rained.", "de");
        assertEquals("Rain", article.headline());
        assertEquals("de", article.inLanguage());
        assertThrows(HttpProblem.class, () -> HtmlText.read("<p>It rained.", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "/relative.jpg",
                "//other.example/x.jpg",
                "data:image/png;base64,AAAA",
                "file:///etc/passwd",
                "https:evil",
                "ht tp://x"
            })
    void noAddressButOneOfTheWebIsKept(String address) {
        ArticleContent article = HtmlText.read(
                "<link rel='canonical' href='%1$s'><h1>x</h1><base href='https://base.example/'><img src='%1$s'>"
                        .formatted(address),
                null);
        assertNull(article.url());
        assertNull(article.image());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>SECRET</script>",
                "<style>SECRET</style>",
                "<template>SECRET</template>",
                "<noscript>SECRET</noscript>",
                "<iframe srcdoc='SECRET'>SECRET</iframe>",
                "<svg><text>SECRET</text></svg>",
                "<!-- SECRET -->",
                "<p>&nbsp; </p>",
                "<p title='SECRET' onclick='SECRET'></p>",
                "<object data='SECRET'>SECRET</object>"
            })
    void whatIsNoTextIsGone(String piece) {
        ArticleContent article = HtmlText.read("<h1>x</h1><p>before</p>" + piece + "<p>after</p>", null);
        assertEquals(List.of("HEADLINE x", "PARAGRAPH before", "PARAGRAPH after"), sections(article));
    }

    @Test
    void aTagThatIsWrittenOutStaysText() {
        ArticleContent article = HtmlText.read("<h1>x</h1><p>&lt;script&gt;alert(1)&lt;/script&gt;", null);
        assertEquals("PARAGRAPH <script>alert(1)</script>", sections(article).get(1));
    }

    @Test
    void aPageThatIsNestedWithoutEndIsRead() {
        ArticleContent article = HtmlText.read("<h1>x</h1>" + "<div>".repeat(100_000) + "deep", null);
        assertEquals(List.of("HEADLINE x", "PARAGRAPH deep"), sections(article));
    }

    @Provide
    Arbitrary<String> page() {
        return Arbitraries.of(
                        "<p>",
                        "</p>",
                        "<div",
                        ">",
                        "<!--",
                        "-->",
                        "<ul><li>",
                        "</ul>",
                        "&amp",
                        "&#0;",
                        "\"",
                        "'",
                        "rain",
                        " ",
                        "<script>",
                        "</script>",
                        "<h1>",
                        "<table><tr><td>",
                        "\uFFFD",
                        "🌧",
                        "<br/>",
                        "<a href='")
                .list()
                .ofMaxSize(60)
                .map(pieces -> String.join("", pieces));
    }

    @Property(tries = 500)
    void whateverComesIsReadOrRefused(@ForAll("page") String html) {
        try {
            HtmlText.read("<h1>x</h1>" + html, null)
                    .sections()
                    .forEach(section -> assertTrue(!section.text().isBlank()));
        } catch (HttpProblem refused) {
            assertEquals(422, refused.getStatusCode());
        }
    }

    static List<String> sections(ArticleContent article) {
        return article.sections().stream()
                .map(section -> section.role() + " " + section.text())
                .toList();
    }
}

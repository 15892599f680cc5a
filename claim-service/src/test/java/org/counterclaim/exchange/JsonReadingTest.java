package org.counterclaim.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.counterclaim.claim.ImportedReview;
import org.counterclaim.party.PartyContent;
import org.counterclaim.review.BuiltInRules;
import org.counterclaim.review.ReviewContent;
import org.counterclaim.review.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReadingTest {

    private static final String REVIEW = """
        {"@context": "https://schema.org", "@type": "ClaimReview", "url": "https://fact.example/1", "inLanguage": "en",
         "datePublished": "2026-11-27T10:00:00+02:00", "claimReviewed": "It rained.", "reviewBody": "It did.",
         "author": {"@type": "NewsMediaOrganization", "name": "Facts", "url": "https://fact.example"},
         "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Ada"}, "datePublished": "2026-11",
                          "firstAppearance": {"@type": "CreativeWork", "url": "https://post.example/1"},
                          "appearance": ["https://post.example/2", {"url": "no address"}]},
         "reviewRating": {"@type": "Rating", "ratingValue": 5, "bestRating": "5", "worstRating": 1, "alternateName": "True"}}\
        """;

    @Test
    void aClaimReviewIsReadWhole() throws IOException {
        Reading reading = json(REVIEW);
        ImportedReview read = reading.row(1).review();
        assertEquals(List.of(RowIssue.Code.ADDRESS_BROKEN), reading.warned(1));
        assertEquals("It rained.", read.content().text());
        assertEquals("en", read.content().inLanguage());
        assertEquals("2026-11", read.content().claimDate().value());
        assertEquals(PartyContent.Type.PERSON, read.author().type());
        assertEquals("Ada", read.author().name());
        assertEquals(
                List.of("https://post.example/1", "https://post.example/2"),
                read.appearances().stream().map(place -> place.url()).toList());
        ReviewContent review = read.review();
        assertEquals("2026-11-27T08:00:00Z", review.datePublished().value());
        assertEquals("Facts", review.author().name());
        assertEquals("https://fact.example", review.author().url());
        assertEquals(ReviewContent.Author.Type.ORGANIZATION, review.author().type());
        assertEquals("5", review.reviewRating().bestRating().toString());
        assertEquals("True", review.reviewRating().alternateName());
    }

    static Stream<String> documents() {
        String other = REVIEW.replace("fact.example/1", "fact.example/2");
        String organization = "{\"@type\": \"Organization\", \"name\": \"Facts\"}";
        return Stream.of(
                "[" + REVIEW + "," + other + "]",
                REVIEW + "\n" + other,
                "{\"@context\": \"https://schema.org\", \"@graph\": [" + REVIEW + "," + organization + "," + other
                        + "]}",
                "{\"@graph\": [[" + REVIEW + "]], \"more\": 1}" + other,
                "{\"@type\": \"DataFeed\", \"dataFeedElement\": [{\"@type\": \"DataFeedItem\", \"item\": [" + REVIEW
                        + "]}, {\"item\": " + other + "}]}",
                "{\"@type\": \"WebPage\", \"mainEntity\": [" + REVIEW + "," + other + "]}",
                "[{\"@graph\": [" + REVIEW + "]}, {\"@graph\": [" + other + "]}]");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void rowsAreFoundInEveryFormOfDocument(String document) throws IOException {
        List<String> urls = json(document).rows().stream()
                .filter(ReadRow::isKept)
                .map(row -> row.review().review().url())
                .toList();
        if (document.startsWith("{\"@graph\": [[")) {
            assertEquals(List.of("https://fact.example/2"), urls);
        } else {
            assertEquals(List.of("https://fact.example/1", "https://fact.example/2"), urls);
        }
    }

    @Test
    void aClaimOfSchemaOrgIsARowWithOrWithoutReviews() throws IOException {
        String claim = "{\"@type\": \"Claim\", \"text\": \"It snowed.\", \"inLanguage\": \"de\", \"author\": \"Bo\"}";
        Reading alone = json(claim);
        assertNull(alone.row(1).review().review());
        assertNull(alone.row(1).review().reviewKey());
        assertEquals("de", alone.row(1).review().content().inLanguage());
        assertEquals(List.of(RowIssue.Code.CLAIMANT_TYPE), alone.warned(1));
        Reading reviewed = json(claim.replace("\"Bo\"", "\"Bo\", \"review\": [" + REVIEW + "]"));
        assertEquals("It snowed.", reviewed.row(1).review().content().text());
        assertEquals("Bo", reviewed.row(1).review().author().name());
        assertEquals("https://fact.example/1", reviewed.row(1).review().review().url());
    }

    @Test
    void whatTheSearchToolOfGoogleAnswersIsRead() throws IOException {
        Reading reading = json("""
            {"claims": [
              {"text": "It hailed.", "claimant": "Cy", "claimDate": "2026-11-01T00:00:00Z",
               "claimReview": [
                 {"publisher": {"name": "Facts", "site": "fact.example"}, "url": "https://fact.example/3", "title": "It did not",
                  "reviewDate": "2026-11-02T00:00:00Z", "textualRating": "Falsch", "languageCode": "de"},
                 {"publisher": {"site": "other.example"}, "url": "https://other.example/3", "textualRating": "Wahr", "languageCode": "de"}]},
              {"text": "It was dry.", "claimant": "Cy"}],
             "nextPageToken": "CAo"}\
            """);
        assertEquals(3, reading.rows().size());
        ImportedReview first = reading.row(1).review();
        assertEquals("2026-11-01T00:00:00Z", first.content().claimDate().value());
        assertEquals("https://fact.example", first.review().author().url());
        assertEquals("Falsch", first.review().reviewRating().alternateName());
        assertEquals("other.example", reading.row(2).review().review().author().name());
        assertEquals(first.claimKey(), reading.row(2).review().claimKey());
        assertNull(reading.row(3).review().review());
    }

    @Test
    void aLabelMayStandWhereTheNumberBelongs() throws IOException {
        Reading reading = json(REVIEW.replace("\"ratingValue\": 5", "\"ratingValue\": \"False\"")
                .replace(", \"alternateName\": \"True\"", ""));
        assertEquals("False", reading.row(1).review().review().reviewRating().alternateName());
        assertNull(reading.row(1).review().review().reviewRating().ratingValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2026-11-27 | 2026-11-27 | -",
                "2026-11 | 2026-11 | -",
                "2026 | 2026 | -",
                "2026-11-27T10:00:00Z | 2026-11-27T10:00:00Z | -",
                "2026-11-27T10:00:00.5+0200 | 2026-11-27T08:00:00.500Z | -",
                "2026-11-27 10:00:00 | 2026-11-27 | DATE_FORM",
                "2026-11-27T10:00 | 2026-11-27 | DATE_FORM",
                "2026-02-30 | - | DATE_UNREADABLE",
                "2026-02-30 10:00:00 | - | DATE_UNREADABLE",
                "04/05/2019 | - | DATE_UNREADABLE",
                "May 4, 2019 | - | DATE_UNREADABLE",
                "'' | - | -",
                "- | - | -"
            })
    void aDateIsReadAsFarAsItSaysOneThing(String text, String value, RowIssue.Code issue) {
        ReadDate read = ReadDate.of(text);
        assertEquals(value, read.date().value());
        assertEquals(issue, read.issue());
        assertTrue(read.date().isValid());
    }

    @Test
    void aLineThatCannotBeReadSpoilsNoOther() throws IOException {
        String line = REVIEW.replace("\n", " ");
        Reading reading = Reading.of(
                new LineRows(
                        in("\uFEFF\n" + line + "\n\n{\"broken\n{\"@type\": \"WebPage\"}\n" + line.replace("/1", "/2")),
                        mapper()),
                null);
        assertEquals(
                List.of(false, true, false, false, true),
                reading.rows().stream().map(ReadRow::isKept).toList());
    }

    @Test
    void whatIsMissingIsLeftOutAndWarnedOf() throws IOException {
        Reading reading = json(
                "{\"@type\": [\"Review\", \"http://schema.org/ClaimReview\"], \"url\": \"https://www.fact.example/9\","
                        + " \"inLanguage\": \"no such\", \"claimReviewed\": \"  It rained.  \", \"reviewRating\":"
                        + " {\"ratingValue\": \"1,5\", \"alternateName\": \"x\"}}");
        assertEquals(
                List.of(
                        RowIssue.Code.AUTHOR_MISSING,
                        RowIssue.Code.LANGUAGE_UNREADABLE,
                        RowIssue.Code.BODY_EMPTY,
                        RowIssue.Code.NUMBER_UNREADABLE,
                        RowIssue.Code.UNKNOWN_LABEL),
                reading.warned(1));
        ImportedReview read = reading.row(1).review();
        assertEquals("fact.example", read.review().author().name());
        assertNull(read.review().inLanguage());
        assertEquals("und", read.content().inLanguage());
        assertEquals("It rained.", read.content().text());
        assertNull(read.review().reviewRating().ratingValue());
    }

    @Test
    void aRowWithoutAClaimOrAPageIsRefused() throws IOException {
        assertEquals(
                RowIssue.Code.URL_MISSING,
                json(REVIEW.replace("https://fact.example/1", "fact"))
                        .row(1)
                        .faults()
                        .get(0)
                        .code());
        assertEquals(
                RowIssue.Code.CLAIM_MISSING,
                json(REVIEW.replace("It rained.", " ")).row(1).faults().get(0).code());
        assertEquals(
                RowIssue.Code.CLAIM_TOO_LONG,
                json(REVIEW.replace("It rained.", "x".repeat(10_001)))
                        .row(1)
                        .faults()
                        .get(0)
                        .code());
        Reading cut = json(REVIEW.replace("It did.", "\uD83D\uDE00".repeat(20_001)));
        assertTrue(cut.warned(1).contains(RowIssue.Code.TEXT_CUT));
        assertFalse(cut.row(1).review().review().reviewBody().endsWith("\uD83D"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"@graph\": [", "nonsense", "[1, 2", "\"text\"", "{\"a\": }", "[{]"})
    void whatHasNoTellingRowsIsAnError(String document) {
        assertEquals(400, assertThrows(HttpProblem.class, () -> json(document)).getStatusCode());
    }

    @Test
    void whatIsNestedTooDeepIsAnError() {
        String deep = "[".repeat(2_000) + "]".repeat(2_000);
        assertEquals(
                400,
                assertThrows(HttpProblem.class, () -> json("[{\"a\": " + deep + "}]"))
                        .getStatusCode());
    }

    @Test
    void nothingIsNoRow() throws IOException {
        assertEquals(0, json("").rows().size());
        assertEquals(0, json("[]{}[{\"@type\": \"WebPage\"}]").rows().size());
    }

    @Test
    void aRowThatIsTooLongDoesNotFillTheMemory() {
        String text = "x".repeat(2_000_000);
        assertEquals(
                413,
                assertThrows(HttpProblem.class, () -> json("[{\"a\": \"" + text + "\"}]"))
                        .getStatusCode());
        String many = "{\"a\": 1},".repeat(300_000);
        assertEquals(
                413,
                assertThrows(HttpProblem.class, () -> json("[{\"a\": [" + many + "1]}]"))
                        .getStatusCode());
    }

    @Test
    void manyRowsTogetherMayBeAsLongAsTheyLike() throws IOException {
        String review = REVIEW.replace("It did.", "x".repeat(19_000));
        String all = Stream.generate(() -> review)
                .limit(100)
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        assertEquals(100, json("[" + all + "]").rows().size());
    }

    @Test
    void aShortTextIsTheFirstWords() {
        assertEquals("It rained.", ShortText.of("It  rained."));
        String cut =
                ShortText.of("It rained on Monday, and on Tuesday, and on Wednesday, and on all other days of it.");
        assertEquals("It rained on Monday, and on Tuesday, and on Wednesday, and on all other…", cut);
        assertEquals(75, ShortText.of("\uD83D\uDE00".repeat(100)).codePoints().count());
    }

    @Test
    void theVerdictIsReadInTheLanguageOfTheReview() throws IOException {
        ReviewContent review = json(REVIEW.replace("\"True\"", "\"Falsch\"").replace("\"en\"", "\"de\""))
                .row(1)
                .review()
                .review();
        assertEquals(
                Verdict.FALSE,
                BuiltInRules.rules()
                        .read(review.reviewRating(), review.url(), review.inLanguage())
                        .normalized());
    }

    private static Reading json(String document) throws IOException {
        return Reading.of(new JsonRows(in(document), mapper()), null);
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectMapper mapper() {
        return new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }
}

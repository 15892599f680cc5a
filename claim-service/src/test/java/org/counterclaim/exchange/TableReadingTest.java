package org.counterclaim.exchange;

import static org.counterclaim.exchange.RowIssue.Code.ADDRESS_BROKEN;
import static org.counterclaim.exchange.RowIssue.Code.BODY_EMPTY;
import static org.counterclaim.exchange.RowIssue.Code.BODY_PLACEHOLDER;
import static org.counterclaim.exchange.RowIssue.Code.CLAIM_LONG;
import static org.counterclaim.exchange.RowIssue.Code.CLAIM_MISSING;
import static org.counterclaim.exchange.RowIssue.Code.DATE_FORM;
import static org.counterclaim.exchange.RowIssue.Code.LABEL_CASE;
import static org.counterclaim.exchange.RowIssue.Code.NOT_READABLE;
import static org.counterclaim.exchange.RowIssue.Code.NO_RATING;
import static org.counterclaim.exchange.RowIssue.Code.NUMBER_AGAINST_LABEL;
import static org.counterclaim.exchange.RowIssue.Code.NUMBER_OUT_OF_RANGE;
import static org.counterclaim.exchange.RowIssue.Code.REPEATED_ROW;
import static org.counterclaim.exchange.RowIssue.Code.SHARED_URL;
import static org.counterclaim.exchange.RowIssue.Code.UNKNOWN_LABEL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.counterclaim.claim.ImportedReview;
import org.counterclaim.review.ReviewContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableReadingTest {

    /** The columns of the reference table; the title has no member. */
    static final String COLUMNS =
            "url:URL,author:Author,datePublished:datePublished,claimReviewed:claimReviewed,reviewBody:reviewBody,"
                    + "ratingValue:ratingValue,bestRating:bestRating,alternateName:alternativeName";

    @Test
    void eachDefectIsAWarningOnItsRow() throws IOException {
        Reading reading = defects();
        assertEquals(
                List.of(
                        List.of(ADDRESS_BROKEN),
                        List.of(ADDRESS_BROKEN, DATE_FORM, BODY_PLACEHOLDER, NUMBER_AGAINST_LABEL),
                        List.of(SHARED_URL, DATE_FORM, BODY_PLACEHOLDER, NUMBER_AGAINST_LABEL),
                        List.of(LABEL_CASE),
                        List.of(BODY_EMPTY, LABEL_CASE),
                        List.of(NO_RATING),
                        List.of(LABEL_CASE, NUMBER_OUT_OF_RANGE),
                        List.of(UNKNOWN_LABEL),
                        List.of(CLAIM_LONG),
                        List.of(),
                        List.of()),
                Stream.iterate(1, row -> row + 1).limit(11).map(reading::warned).toList());
        assertEquals(Map.of("created", 9, "merged", 1, "failed", 1), reading.outcomes());
        assertEquals(CLAIM_MISSING, reading.row(4).faults().get(0).code());
    }

    @Test
    void whatIsBrokenIsLeftOutAndNothingTakesItsPlace() throws IOException {
        ImportedReview second = defects().row(2).review();
        ReviewContent review = second.review();
        assertEquals("fatos.example", review.author().name());
        assertNull(review.author().url());
        assertNull(review.author().type());
        assertEquals("2019-04-17", review.datePublished().value());
        assertNull(review.reviewBody());
        assertEquals("pt-BR", review.inLanguage());
        assertEquals("pt-BR", second.content().inLanguage());
        assertNull(second.content().author());
        assertNull(second.content().attribution());
        assertTrue(defects().row(9).review().content().shortText().endsWith("…"));
        assertEquals(
                "Disse \"não\" e saiu.", defects().row(11).review().content().text());
    }

    @Test
    void aClaimIsTheSameHoweverItIsSpaced() throws IOException {
        Reading reading = defects();
        assertEquals(
                reading.row(1).review().claimKey(), reading.row(10).review().claimKey());
        assertEquals(
                10,
                reading.rows().stream()
                        .filter(ReadRow::isKept)
                        .map(row -> row.review().reviewKey())
                        .distinct()
                        .count());
    }

    /** The reference data are not part of the project: run with {@code -Dreference.data=DIR}. */
    @Test
    void theReferenceTableGoesInWhole() throws IOException {
        String data = System.getProperty("reference.data");
        assumeTrue(data != null, "No -Dreference.data=DIR: factckbr.tsv is not read");
        try (InputStream table = Files.newInputStream(Path.of(data, "factckbr.tsv"))) {
            Reading reading = Reading.of(new TableRows(table, '\t', Columns.of(COLUMNS)), "pt-BR");
            assertEquals(1_313, reading.rows().size());
            assertEquals(Map.of("created", 1_291, "merged", 9, "failed", 13), reading.outcomes());
            assertEquals(
                    Map.ofEntries(
                            Map.entry(ADDRESS_BROKEN, 1_313),
                            Map.entry(DATE_FORM, 528),
                            Map.entry(BODY_EMPTY, 12),
                            Map.entry(BODY_PLACEHOLDER, 528),
                            Map.entry(CLAIM_LONG, 5),
                            Map.entry(SHARED_URL, 329),
                            Map.entry(NO_RATING, 4),
                            Map.entry(UNKNOWN_LABEL, 1),
                            Map.entry(LABEL_CASE, 369),
                            Map.entry(NUMBER_OUT_OF_RANGE, 1),
                            Map.entry(NUMBER_AGAINST_LABEL, 505)),
                    reading.warnings());
            assertEquals(
                    1_300,
                    reading.rows().stream()
                            .filter(ReadRow::isKept)
                            .map(row -> row.review().reviewKey())
                            .distinct()
                            .count());
        }
    }

    @Test
    void headingsMayBeTheMembersThemselves() throws IOException {
        Reading reading =
                read("claimReviewed,url,alternateName\n\"It rained, a lot.\",https://x.org/1,True\n", ',', null);
        assertEquals("It rained, a lot.", reading.row(1).review().content().text());
        assertEquals("True", reading.row(1).review().review().reviewRating().alternateName());
        Reading marked = read("\uFEFFclaimReviewed\tother\r\nIt rained.\tx\r\n\r\nIt snowed.\ty", '\t', null);
        assertEquals(2, marked.rows().size());
        assertNull(marked.row(2).review().review());
    }

    @Test
    void aRowThatIsRepeatedIsOneAndAnotherReviewOnTheSamePageIsAnother() throws IOException {
        String table = "claimReviewed\turl\talternateName\n"
                + "It rained.\thttps://x.org/1\tTrue\n"
                + "It rained.\thttps://x.org/1\tFalse\n"
                + "It rained.\thttps://x.org/1\tTrue\n";
        Reading reading = read(table, '\t', null);
        assertEquals(
                List.of(SHARED_URL, BODY_EMPTY),
                reading.warned(2).stream()
                        .filter(code -> code != RowIssue.Code.AUTHOR_MISSING)
                        .toList());
        assertTrue(reading.warned(3).contains(REPEATED_ROW));
        assertEquals(1, reading.row(1).review().occurrence());
        assertEquals(2, reading.row(2).review().occurrence());
        assertEquals(reading.row(1).review(), reading.row(3).review());
    }

    @Test
    void aRowWithMoreOrFewerColumnsIsRefusedAlone() throws IOException {
        Reading reading = read("claimReviewed,url\nIt rained.\nIt snowed.,https://x.org/2\na,b,c\n", ',', null);
        assertEquals(NOT_READABLE, reading.row(1).faults().get(0).code());
        assertTrue(reading.row(2).isKept());
        assertEquals(NOT_READABLE, reading.row(3).faults().get(0).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"url:URL", "claimReviewed:Missing", "nothing:URL", "url", "url:", ","})
    void columnsThatAreNotThereAreAnError(String columns) {
        HttpProblem problem = assertThrows(HttpProblem.class, () -> read("URL\nhttps://x.org\n", ',', columns));
        assertEquals(400, problem.getStatusCode());
    }

    @Test
    void aValueThatNeverEndsDoesNotFillTheMemory() {
        String table = "claimReviewed\n\"" + "x".repeat(3_000_000);
        HttpProblem problem = assertThrows(HttpProblem.class, () -> read(table, ',', null));
        assertEquals(413, problem.getStatusCode());
    }

    @Test
    void anEmptyTableHasNoColumns() {
        assertEquals(
                400, assertThrows(HttpProblem.class, () -> read("", ',', null)).getStatusCode());
    }

    private static Reading defects() throws IOException {
        try (InputStream table = TableReadingTest.class.getResourceAsStream("defects.tsv")) {
            return Reading.of(new TableRows(table, '\t', Columns.of(COLUMNS)), "pt-BR");
        }
    }

    private static Reading read(String table, char separator, String columns) throws IOException {
        InputStream in = new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8));
        return Reading.of(new TableRows(in, separator, Columns.of(columns)), null);
    }
}

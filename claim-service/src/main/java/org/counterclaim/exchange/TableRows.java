package org.counterclaim.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.counterclaim.kit.problem.Problem;

/**
 * Rows of a table: comma-separated values (RFC 4180), or the same with tabs. The first line has the headings. Quotation marks around a
 * value are none of it, in both: most programs that write tabs quote too.
 */
final class TableRows implements RawRows {

    /** A program that marks its UTF-8 does so at the very beginning. */
    private static final String MARK = "\uFEFF";

    private final RowBudget budget;
    private final Iterator<CSVRecord> records;
    private final List<String> headings;
    private final Map<String, Integer> places;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if the table has not the columns that are asked for */
    TableRows(InputStream in, char separator, Columns columns) throws IOException {
        this.budget = new RowBudget(in);
        this.records = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setLenientEof(true)
                .setTrailingData(true)
                .get()
                .parse(new InputStreamReader(budget, StandardCharsets.UTF_8))
                .iterator();
        this.headings = headings();
        this.places = columns.in(headings);
    }

    @Override
    public RawRow next() throws IOException {
        CSVRecord read = read();
        if (read == null) {
            return null;
        }
        List<String> texts = read.toList();
        return texts.size() == headings.size()
                ? RawRow.of(Columns.row(places, texts))
                : RawRow.unreadable("It has " + texts.size() + " columns, and the table " + headings.size() + ".");
    }

    private List<String> headings() throws IOException {
        CSVRecord first = read();
        return first == null
                ? List.of()
                : first.stream()
                        .map(heading -> heading.replace(MARK, "").strip())
                        .toList();
    }

    private CSVRecord read() throws IOException {
        try {
            CSVRecord read = records.hasNext() ? records.next() : null;
            budget.renew();
            return read;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw Problem.MALFORMED.because(
                        "The table cannot be read on: " + e.getCause().getMessage());
            }
            throw e.getCause();
        }
    }
}

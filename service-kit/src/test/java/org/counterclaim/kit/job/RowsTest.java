package org.counterclaim.kit.job;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {

    private static final int MAX_ROW = 1_048_576;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'', ''",
                "'~~ ~', ''",
                "'a', 'a'",
                "'a~b', 'a|b'",
                "'~a~~ b ~', 'a|b '",
                "'a^~b^~', 'a|b'",
                "'{\"a\": \"ä😀\"}~x', '{\"a\": \"ä😀\"}|x'"
            })
    void linesAreRows(String upload, String rows) throws IOException {
        String sent = upload.replace('~', '\n').replace('^', '\r');
        assertEquals(rows, String.join("|", texts(new LineRows(slow(sent)))).replace("\r", ""));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = ';',
            value = {
                "'[]'; ''",
                "' [ ] '; ''",
                "'[{}]'; '{}'",
                "'[{\"a\": 1}, {\"b\": [1, {\"c\": 2}]}]'; '{\"a\": 1}|{\"b\": [1, {\"c\": 2}]}'",
                "'[{\"a\": \"} ] , \\\" [ { \\\\\"}, {}]'; '{\"a\": \"} ] , \\\" [ { \\\\\"}|{}'",
                "'[{\"ä😀\": 1}]'; '{\"ä😀\": 1}'",
                "'[{nonsense}, {}]'; '{nonsense}|{}'"
            })
    void itemsAreRows(String upload, String rows) throws IOException {
        assertEquals(rows, String.join("|", texts(new ArrayRows(slow(upload)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "{}",
                "null",
                "[",
                "[{}",
                "[{}}",
                "[{},]",
                "[,{}]",
                "[{} {}]",
                "[1]",
                "[\"a\"]",
                "[{\"a\": \"}]",
                "[{\"\\",
                "[{}]x",
                "[{}][]"
            })
    void whatIsNoArrayIsRefused(String upload) {
        HttpProblem problem = assertThrows(HttpProblem.class, () -> texts(new ArrayRows(slow(upload))));
        assertEquals(400, problem.getStatusCode());
        assertTrue(problem.getDetail().startsWith("The body is no JSON array of objects."), problem.getDetail());
    }

    @Test
    void whatIsNestedTooDeepIsRefused() throws IOException {
        String deepest = "[{\"a\":" + "[".repeat(63) + "]".repeat(63) + "}]";
        assertEquals(1, texts(new ArrayRows(slow(deepest))).size());
        assertThrows(HttpProblem.class, () -> texts(new ArrayRows(slow("[{\"a\":" + "[".repeat(100_000)))));
    }

    @Test
    void aRowThatIsTooLongOrNoTextSpoilsNoOther() throws IOException {
        String longest = "x".repeat(MAX_ROW);
        LineRows lines = new LineRows(slow("a\n" + longest + "\n" + longest + "x\nb\n"));
        assertEquals("a", lines.next().text());
        assertEquals(longest, lines.next().text());
        assertEquals("A row may have 1048576 bytes.", lines.next().fault());
        assertEquals("b", lines.next().text());
        LineRows octets = new LineRows(new ByteArrayInputStream("a\n\377\nb".getBytes(ISO_8859_1)));
        assertEquals("a", octets.next().text());
        assertEquals("The row is no text in UTF-8.", octets.next().fault());
        assertEquals("b", octets.next().text());
        ArrayRows items = new ArrayRows(slow("[{\"a\": \"" + longest + "\"}, {}]"));
        assertEquals("A row may have 1048576 bytes.", items.next().fault());
        assertEquals("{}", items.next().text());
    }

    @Test
    void batchesAreSmallAndTheirNumberIsBounded() {
        RowBatches small = new RowBatches(new LineRows(slow("x\n".repeat(250))));
        assertEquals(List.of(100, 100, 50), sizes(small));
        RowBatches large = new RowBatches(new LineRows(slow(("x".repeat(100_000) + "\n").repeat(7))));
        assertEquals(List.of(3, 3, 1), sizes(large));
        RowBatches many = new RowBatches(new LineRows(slow("x\n".repeat(100_001))));
        assertEquals(413, assertThrows(HttpProblem.class, () -> sizes(many)).getStatusCode());
    }

    private static List<Integer> sizes(RowBatches batches) {
        List<Integer> sizes = new ArrayList<>();
        batches.forEachRemaining(batch -> sizes.add(batch.size()));
        return sizes;
    }

    private static List<String> texts(RowReader rows) throws IOException {
        List<String> texts = new ArrayList<>();
        for (UploadedRow row = rows.next(); row != null; row = rows.next()) {
            texts.add(row.text());
        }
        return texts;
    }

    /** A body that comes in pieces of 7 bytes. */
    private static InputStream slow(String body) {
        return new ByteArrayInputStream(body.getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, body.length() > 10_000 ? length : Math.min(7, length));
            }
        };
    }
}

package org.counterclaim.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.counterclaim.review.BuiltInRules;

/** What the rows of an upload come to, without a store. */
final class Reading {

    private final List<ReadRow> rows = new ArrayList<>();

    static Reading of(RawRows raw, String language) throws IOException {
        Reading reading = new Reading();
        RowRules rules = new RowRules(BuiltInRules.rules(), language);
        RowMarks marks = new RowMarks();
        for (RawRow row = raw.next(); row != null; row = raw.next()) {
            reading.rows.add(rules.read(marks.mark(row)));
        }
        return reading;
    }

    List<ReadRow> rows() {
        return rows;
    }

    ReadRow row(int number) {
        return rows.get(number - 1);
    }

    List<RowIssue.Code> warned(int number) {
        return row(number).warnings().stream().map(RowIssue::code).toList();
    }

    /** How many rows have each warning. */
    Map<RowIssue.Code, Integer> warnings() {
        Map<RowIssue.Code, Integer> counts = new EnumMap<>(RowIssue.Code.class);
        rows.forEach(row -> row.warnings().stream()
                .map(RowIssue::code)
                .distinct()
                .forEach(code -> counts.merge(code, 1, Integer::sum)));
        return counts;
    }

    /** How many are created, merged and failed in an empty store. */
    Map<String, Integer> outcomes() {
        Set<String> claims = new HashSet<>();
        Map<String, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(
                !row.isKept() ? "failed" : claims.add(row.review().claimKey()) ? "created" : "merged",
                1,
                Integer::sum));
        return counts;
    }
}

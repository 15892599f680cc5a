package org.counterclaim.kit.job;

import java.util.List;

/**
 * What came of a row.
 *
 * @param result under which it is counted
 * @param error why nothing came of it, null otherwise
 * @param notes what else rows are counted under that this is one of
 */
public record RowOutcome(String result, RowError error, List<String> notes) {

    /** Under which rows are counted of which nothing came. */
    public static final String FAILED = "failed";

    public static RowOutcome of(String result) {
        return of(result, List.of());
    }

    public static RowOutcome of(String result, List<String> notes) {
        return new RowOutcome(result, null, notes);
    }

    public static RowOutcome failed(RowError error) {
        return new RowOutcome(FAILED, error, List.of());
    }
}

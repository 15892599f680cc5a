package org.counterclaim.kit.job;

/**
 * What came of a row.
 *
 * @param result under which it is counted
 * @param error why nothing came of it, null otherwise
 */
public record RowOutcome(String result, RowError error) {

    /** Under which rows are counted of which nothing came. */
    public static final String FAILED = "failed";

    public static RowOutcome of(String result) {
        return new RowOutcome(result, null);
    }

    public static RowOutcome failed(RowError error) {
        return new RowOutcome(FAILED, error);
    }
}

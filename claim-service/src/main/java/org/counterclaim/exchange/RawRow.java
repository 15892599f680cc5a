package org.counterclaim.exchange;

/**
 * One row as a format has it.
 *
 * @param row null if there is none to be read
 * @param fault why not, null if there is
 */
record RawRow(ReviewRow row, String fault) {

    static RawRow of(ReviewRow row) {
        return new RawRow(row, null);
    }

    static RawRow unreadable(String fault) {
        return new RawRow(null, fault);
    }
}

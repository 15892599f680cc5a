package org.counterclaim.kit.job;

import java.io.InputStream;

/** How the rows of an upload stand in it. */
public enum RowForm {
    /** A row in each line that is not blank. */
    LINES {
        @Override
        public RowReader in(InputStream body) {
            return new LineRows(body);
        }
    },

    /** The items of one JSON array. */
    JSON_ARRAY {
        @Override
        public RowReader in(InputStream body) {
            return new ArrayRows(body);
        }
    };

    /** The rows in an upload of this form. */
    public abstract RowReader in(InputStream body);
}

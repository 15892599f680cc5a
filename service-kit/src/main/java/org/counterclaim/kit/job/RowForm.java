package org.counterclaim.kit.job;

/** How the rows of an upload stand in it. */
public enum RowForm {
    /** A row in each line that is not blank. */
    LINES,

    /** The items of one JSON array. */
    JSON_ARRAY
}

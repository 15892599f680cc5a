package org.counterclaim.kit.job;

import java.io.IOException;

/** Finds the rows in an upload, one after the other. */
interface RowReader {

    /** The next row, null after the last. */
    UploadedRow next() throws IOException;
}

package org.counterclaim.kit.job;

import java.io.IOException;

/** Finds the rows in an upload, one after the other, as its sender sends it. */
public interface RowReader {

    /**
     * The next row, null after the last.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if there is no telling where it ends, 413 if it is too long
     */
    UploadedRow next() throws IOException;
}

package org.counterclaim.exchange;

import java.io.IOException;

/** Finds the rows of one format, one after the other. */
interface RawRows {

    /**
     * The next row, null after the last.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if there is no telling where the next one begins
     */
    RawRow next() throws IOException;
}

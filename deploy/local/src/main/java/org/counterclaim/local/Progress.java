package org.counterclaim.local;

import java.io.PrintStream;

/**
 * Shows how far something is: on a terminal each step over the one before, elsewhere the last step only.
 *
 * @param out where to
 * @param terminal whether a line can be written over
 */
public record Progress(PrintStream out, boolean terminal) {

    /** So many are done of so many. */
    void step(int done, int total, String what) {
        String line = "  " + done + " of " + total + " " + what;
        if (terminal) {
            out.print("\r" + line);
            out.flush();
        }
        if (done == total) {
            out.println(terminal ? "" : line);
        }
    }
}

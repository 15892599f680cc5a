package org.counterclaim.local;

import java.time.Duration;

/**
 * A moment after which nothing more is waited for.
 *
 * @param nanos by the clock of {@link System#nanoTime()}
 */
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - nanos >= 0;
    }
}

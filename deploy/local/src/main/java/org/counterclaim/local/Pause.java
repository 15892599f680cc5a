package org.counterclaim.local;

import java.time.Duration;

/** A short wait between two looks at something that cannot call back. */
final class Pause {

    private Pause() {}

    /** @throws Refusal if somebody stops the launcher meanwhile */
    static void of(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.because("It was stopped while it was waiting.", e);
        }
    }
}

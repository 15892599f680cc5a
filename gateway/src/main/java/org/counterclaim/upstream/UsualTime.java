package org.counterclaim.upstream;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Recorder;

/** How long a service usually takes: 95 of a hundred answers come sooner, and nearly all in a quarter more. */
final class UsualTime {

    private static final double USUAL = 95;

    /** So many answers are looked at together; as many pass before it is known at all. */
    private static final int SAMPLE = 200;

    /** Below this it is not worth to ask again: so long a pause of a machine may be. */
    private static final long LEAST = 5;

    private final Recorder micros;
    private final long longest;
    private final AtomicLong answers = new AtomicLong();
    private volatile long millis;

    /** @param limit that no answer takes longer than */
    UsualTime(Duration limit) {
        longest = TimeUnit.NANOSECONDS.toMicros(limit.toNanos());
        micros = new Recorder(longest, 2);
    }

    void note(long nanos) {
        micros.recordValue(Math.min(longest, TimeUnit.NANOSECONDS.toMicros(nanos)));
        if (answers.incrementAndGet() % SAMPLE == 0) {
            long usual = micros.getIntervalHistogram().getValueAtPercentile(USUAL);
            millis = Math.max(LEAST, TimeUnit.MICROSECONDS.toMillis(usual + usual / 4) + 1);
        }
    }

    /** In milliseconds; 0 as long as it is not known. */
    long millis() {
        return millis;
    }
}

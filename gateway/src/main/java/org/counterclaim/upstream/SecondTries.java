package org.counterclaim.upstream;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.counterclaim.upstream.UpstreamFailure.Reason;

/**
 * When a call is worth a second one, and how many of these there may be: each call earns a share of one, so that a service that is
 * slow or broken for everybody is not asked twice as much.
 */
final class SecondTries {

    /** What may be left over of quiet times, in thousandths of a call. */
    private static final long MOST = 10_000;

    private static final long CALL = 1_000;

    /** A timer that rings so much too late says that it is we who are slow. */
    private static final long OUR_OWN_DELAY = Duration.ofMillis(6).toNanos();

    private final long share;
    private final UsualTime usual;
    private final AtomicLong earned = new AtomicLong();
    private final AtomicLong made = new AtomicLong();

    /**
     * @param share of calls that there may be besides; 0 for none
     * @param longest that a call may take
     */
    SecondTries(double share, Duration longest) {
        this.share = Math.round(share * CALL);
        this.usual = new UsualTime(longest);
    }

    void earn() {
        if (share > 0 && earned.get() < MOST) {
            earned.addAndGet(share);
        }
    }

    /** Whether a call that failed may be made once more. What took all the time, or found no connection free, does so again. */
    boolean spendOn(Throwable failure) {
        UpstreamFailure known = UpstreamFailure.of(failure);
        return known.reason() != Reason.TIMEOUT && !known.isShed() && spend();
    }

    private boolean spend() {
        boolean may = earned.getAndUpdate(before -> before >= CALL ? before - CALL : before) >= CALL;
        if (may) {
            made.incrementAndGet();
        }
        return may;
    }

    /**
     * Whether a call that takes longer than usual may have a second one beside it.
     *
     * @param overdue nanoseconds since it was to be looked at
     */
    boolean spendOnLate(long overdue) {
        return overdue < OUR_OWN_DELAY && spend();
    }

    /** Milliseconds in which an answer usually comes; 0 as long as it is not known, or if nobody wants to know. */
    long usualMillis() {
        return share == 0 ? 0 : usual.millis();
    }

    /** @param nanos that an answer took since it was asked for */
    void note(long nanos) {
        if (share > 0) {
            usual.note(nanos);
        }
    }

    long made() {
        return made.get();
    }
}

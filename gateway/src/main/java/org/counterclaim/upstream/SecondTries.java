package org.counterclaim.upstream;

import io.micrometer.core.instrument.Counter;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.counterclaim.upstream.UpstreamFailure.Reason;

/**
 * Asks a service once more where its answer does not come in the usual time, or where the call broke: the answer that comes first
 * counts. Each call that is made earns a share of a second one, so that a service that is slow or broken for everybody is not asked
 * twice as much.
 */
final class SecondTries {

    /** What may be left over of quiet times, in thousandths of a call. */
    private static final long MOST = 10_000;

    private static final long CALL = 1_000;

    /** Those who were cut off at the same moment do not come back at the same moment. */
    private static final int JITTER_MILLIS = 20;

    private final Vertx vertx;
    private final long share;
    private final UsualTime usual;
    private final Counter made;
    private final AtomicLong earned = new AtomicLong();

    /**
     * @param share of calls that there may be besides; 0 for none
     * @param limit that no call takes longer than
     * @param made counts them
     */
    SecondTries(Vertx vertx, double share, Duration limit, Counter made) {
        this.vertx = vertx;
        this.share = Math.round(share * CALL);
        this.usual = new UsualTime(limit);
        this.made = made;
    }

    /** A call that is under way. */
    interface Call {

        Future<Answer> answer();

        /** Nobody waits for it any more. */
        void abandon();
    }

    /**
     * The answer to a call, or to a second one.
     *
     * @param call makes one that may take so long
     * @param limit for both together
     */
    Future<Answer> ask(Function<Duration, Call> call, Duration limit) {
        return share == 0 ? call.apply(limit).answer() : new Race(call, limit).run();
    }

    private void earn() {
        earned.updateAndGet(before -> Math.min(MOST, before + share));
    }

    private boolean spend() {
        return earned.getAndUpdate(before -> before >= CALL ? before - CALL : before) >= CALL;
    }

    /** A call and perhaps a second one. All of it happens in the context of whoever asks. */
    private final class Race {

        private final Function<Duration, Call> call;
        private final long begun = System.nanoTime();
        private final long end;
        private final Promise<Answer> result = Promise.promise();
        private Call first;
        private Call second;
        private long timer = -1;

        Race(Function<Duration, Call> call, Duration limit) {
            this.call = call;
            this.end = begun + limit.toNanos();
        }

        Future<Answer> run() {
            earn();
            first = call.apply(left());
            if (usual.millis() > 0 && !first.answer().isComplete()) {
                timer = vertx.setTimer(usual.millis(), late -> askUnlessAsked());
            }
            first.answer().onSuccess(this::answered).onFailure(this::firstFailed);
            return result.future();
        }

        private void askUnlessAsked() {
            if (isOpen() && spend()) {
                askAgain();
            }
        }

        private void askAgain() {
            made.increment();
            second = call.apply(left());
            second.answer().onSuccess(this::answered).onFailure(this::secondFailed);
        }

        private boolean isOpen() {
            return second == null && !result.future().isComplete() && !left().isNegative();
        }

        private void answered(Answer answer) {
            if (result.tryComplete(answer)) {
                vertx.cancelTimer(timer);
                usual.note(System.nanoTime() - begun);
                first.abandon();
                if (second != null) {
                    second.abandon();
                }
            }
        }

        /** Who cannot be asked again need not be waited for. The first failure is what went wrong. */
        private void firstFailed(Throwable failure) {
            vertx.cancelTimer(timer);
            if (isOpen() && isWorthAnother(failure) && spend()) {
                vertx.setTimer(1 + ThreadLocalRandom.current().nextInt(JITTER_MILLIS), later -> askAgain());
            } else if (second == null || second.answer().isComplete()) {
                result.tryFail(failure);
            }
        }

        private void secondFailed(Throwable failure) {
            if (first.answer().failed()) {
                result.tryFail(first.answer().cause());
            }
        }

        private Duration left() {
            return Duration.ofNanos(end - System.nanoTime());
        }
    }

    /** What took all the time, or was refused for want of a connection, does so again. */
    private static boolean isWorthAnother(Throwable failure) {
        UpstreamFailure known = UpstreamFailure.of(failure);
        return known.reason() != Reason.TIMEOUT && !known.isShed();
    }
}

package org.counterclaim.upstream;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls of one service, each of which ends within the service's budget. It is sent once more where that helps: at once, if its
 * connection had rested too long; after a jitter, if it broke; and beside the first, if that takes longer than usual. So it must
 * not change anything.
 */
final class Calls {

    /** Those who were cut off at the same moment do not come back at the same moment. */
    private static final int JITTER_MILLIS = 20;

    /** What a call has left that nobody waits for any more: in so long an answer usually comes. */
    private static final long GRACE = TimeUnit.MILLISECONDS.toNanos(100);

    private final Vertx vertx;
    private final Connections connections;
    private final SecondTries tries;
    private final long budget;

    Calls(Vertx vertx, UpstreamConfig config) {
        this.vertx = vertx;
        this.connections = new Connections(Origin.of(config.url()), config, vertx);
        this.tries = new SecondTries(config.secondTries(), config.budget());
        this.budget = config.budget().toNanos();
    }

    /** How many were sent once more because they broke or took too long. */
    long secondTries() {
        return tries.made();
    }

    /** @param body null for none */
    Call begin(RequestOptions options, Buffer body) {
        Call call = new Call(options, body);
        if (Context.isOnEventLoopThread()) {
            call.start();
        } else {
            call.context.runOnContext(go -> call.start());
        }
        return call;
    }

    /** One of them. All of it happens on one event loop. */
    final class Call {

        private final RequestOptions options;
        private final Buffer body;
        private final Promise<Answer> answer = Promise.promise();
        private final Context context = vertx.getOrCreateContext();
        private final List<HttpClientRequest> sent = new ArrayList<>(2);
        private final long end = System.nanoTime() + budget;
        private int underWay;
        private boolean hasSecond;
        private Throwable failure;
        private long timer;

        private Call(RequestOptions options, Buffer body) {
            this.options = options;
            this.body = body;
        }

        Future<Answer> answer() {
            return answer.future();
        }

        /** Nobody waits for it any more. An answer that is nearly there still comes: to break it off would cost its connection. */
        void abandon() {
            if (!isDecided() && answer.tryFail(new CancellationException())) {
                context.runOnContext(go -> {
                    vertx.cancelTimer(timer);
                    if (underWay > 0) {
                        ring(System.nanoTime() + GRACE, this::breakOff);
                    }
                });
            }
        }

        private void start() {
            tries.earn();
            long usual = TimeUnit.MILLISECONDS.toNanos(tries.usualMillis());
            if (usual > 0 && usual < budget) {
                long due = System.nanoTime() + usual;
                ring(due, () -> late(due));
            } else {
                ring(end, this::timeIsUp);
            }
            ask(connections.request(options));
        }

        private void ring(long at, Runnable action) {
            long millis = TimeUnit.NANOSECONDS.toMillis(at - System.nanoTime());
            timer = vertx.setTimer(Math.max(1, millis), now -> action.run());
        }

        private void late(long due) {
            ring(end, this::timeIsUp);
            if (!hasSecond && tries.spendOnLate(System.nanoTime() - due)) {
                hasSecond = true;
                ask(connections.request(options));
            }
        }

        private void timeIsUp() {
            answer.tryFail(new TimeoutException("No answer in " + TimeUnit.NANOSECONDS.toMillis(budget) + " ms"));
            breakOff();
        }

        private void ask(Future<HttpClientRequest> connecting) {
            long asked = System.nanoTime();
            underWay++;
            connecting
                    .onSuccess(request -> {
                        // the answer's future fails of the same, this would only log it again
                        request.exceptionHandler(known -> {});
                        if (isDecided()) {
                            request.reset();
                            ended();
                        } else {
                            send(request, asked);
                        }
                    })
                    .onFailure(this::failed);
        }

        private void send(HttpClientRequest request, long asked) {
            sent.add(request);
            long begun = System.nanoTime();
            (body == null ? request.send() : request.send(body))
                    .compose(Answer::read)
                    .onComplete(done -> {
                        sent.remove(request);
                        if (done.succeeded()) {
                            tries.note(System.nanoTime() - begun);
                            answer.tryComplete(done.result());
                            ended();
                        } else {
                            broke(request, done.cause(), asked);
                        }
                    });
        }

        private void broke(HttpClientRequest request, Throwable cause, long asked) {
            if (!isDecided() && connections.wasStale(request, cause, asked)) {
                underWay--;
                ask(connections.requestAfresh(options));
            } else {
                failed(cause);
            }
        }

        /** The first failure is what went wrong. */
        private void failed(Throwable cause) {
            failure = failure == null ? cause : failure;
            if (!isDecided() && !hasSecond && tries.spendOn(cause)) {
                hasSecond = true;
                vertx.setTimer(1 + ThreadLocalRandom.current().nextInt(JITTER_MILLIS), now -> {
                    underWay--;
                    ask(connections.request(options));
                });
            } else {
                ended();
            }
        }

        /** The slower of two is left to its end. */
        private void ended() {
            underWay--;
            if (underWay == 0) {
                vertx.cancelTimer(timer);
                answer.tryFail(failure);
            }
        }

        private boolean isDecided() {
            return answer.future().isComplete();
        }

        private void breakOff() {
            List.copyOf(sent).forEach(HttpClientRequest::reset);
        }
    }
}

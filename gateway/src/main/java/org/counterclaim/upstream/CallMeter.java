package org.counterclaim.upstream;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What becomes of the calls to one service, how long they take, and what its circuit breaker thinks of it. */
public final class CallMeter {

    private static final String UPSTREAM = "upstream";

    /** Upper ends of bands of time: what is within the budgets, and what is not. */
    private static final Duration[] BANDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(300),
        Duration.ofSeconds(1)
    };

    /** How a call can end. */
    private enum Outcome {
        SUCCESS,
        /** A status from 300 to 499. */
        REFUSAL,
        TIMEOUT,
        UNAVAILABLE,
        INVALID,
        /** It was not made. */
        BREAKER_OPEN,
        SHED
    }

    private final Map<Outcome, Timer> timers = new EnumMap<>(Outcome.class);
    private final Counter shed;
    private final UpstreamFailure full =
            UpstreamFailure.of(new ConnectionPoolTooBusyException("As many calls as there may be"));
    private final UpstreamFailure untried;

    /**
     * @param breaker named as the service
     * @param calls whose second tries are counted too
     */
    CallMeter(CircuitBreaker breaker, Calls calls, MeterRegistry meters) {
        String upstream = breaker.getName();
        for (Outcome outcome : Outcome.values()) {
            timers.put(
                    outcome,
                    Timer.builder("counterclaim.upstream.request.duration")
                            .description("Calls for parts of an answer")
                            .tag(UPSTREAM, upstream)
                            .tag("outcome", word(outcome))
                            .serviceLevelObjectives(BANDS)
                            .register(meters));
        }
        this.shed = shed(upstream, meters);
        this.untried = UpstreamFailure.of(CallNotPermittedException.createCallNotPermittedException(breaker));
        FunctionCounter.builder("counterclaim.upstream.second.tries", calls, Calls::secondTries)
                .description("Calls that were made once more because the first took longer than usual, or broke")
                .tag(UPSTREAM, upstream)
                .register(meters);
        watch(breaker, meters);
    }

    private static void watch(CircuitBreaker breaker, MeterRegistry meters) {
        for (State state : List.of(State.CLOSED, State.OPEN, State.HALF_OPEN)) {
            Gauge.builder("counterclaim.upstream.breaker.state", () -> breaker.getState() == state ? 1 : 0)
                    .description("1 for the state that the circuit breaker is in")
                    .tag(UPSTREAM, breaker.getName())
                    .tag("state", word(state))
                    .register(meters);
        }
    }

    /** Requests to that service which were refused here because it had as many as it may have. */
    public static Counter shed(String upstream, MeterRegistry meters) {
        return Counter.builder("counterclaim.shed")
                .description("Requests for which no connection was free, nor a place to wait for one")
                .tag(UPSTREAM, upstream)
                .register(meters);
    }

    /** @param took nanoseconds */
    void answered(long took, Answer answer) {
        note(took, answer.status() == 200 ? Outcome.SUCCESS : Outcome.REFUSAL);
    }

    /** @param took nanoseconds */
    UpstreamFailure failed(long took, UpstreamFailure failure) {
        if (failure.isShed()) {
            shed.increment();
        }
        note(took, outcome(failure));
        return failure;
    }

    /** What a call comes to that the circuit breaker does not let through. */
    UpstreamFailure untried() {
        return failed(0, untried);
    }

    /** What a call comes to that is not made because there are as many as there may be. */
    UpstreamFailure full() {
        return failed(0, full);
    }

    private static Outcome outcome(UpstreamFailure failure) {
        if (failure.isShed()) {
            return Outcome.SHED;
        }
        return switch (failure.reason()) {
            case TIMEOUT -> Outcome.TIMEOUT;
            case INVALID -> Outcome.INVALID;
            case UNAVAILABLE -> failure.isUntried() ? Outcome.BREAKER_OPEN : Outcome.UNAVAILABLE;
        };
    }

    private void note(long took, Outcome outcome) {
        timers.get(outcome).record(took, TimeUnit.NANOSECONDS);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

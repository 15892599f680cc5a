package org.counterclaim.upstream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import java.time.Duration;
import java.util.EnumMap;
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

    /** @param upstream name of the service, and of its circuit breaker */
    CallMeter(String upstream, MeterRegistry meters) {
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
        watchBreaker(upstream, meters);
    }

    private static void watchBreaker(String name, MeterRegistry meters) {
        CircuitBreakerMaintenance breakers = CircuitBreakerMaintenance.get();
        for (CircuitBreakerState state : CircuitBreakerState.values()) {
            Gauge.builder("counterclaim.upstream.breaker.state", () -> breakers.currentState(name) == state ? 1 : 0)
                    .description("1 for the state that the circuit breaker is in")
                    .tag(UPSTREAM, name)
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

    /** @param began by {@link System#nanoTime} */
    void answered(long began, Answer answer) {
        note(began, answer.status() == 200 ? Outcome.SUCCESS : Outcome.REFUSAL);
    }

    UpstreamFailure failed(long began, UpstreamFailure failure) {
        if (failure.isShed()) {
            shed.increment();
        }
        note(began, outcome(failure));
        return failure;
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

    private void note(long began, Outcome outcome) {
        timers.get(outcome).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

package org.counterclaim.kit.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Answers that an {@code Idempotency-Key} brought back: each says that it is one, and all are counted. */
@Singleton
@Startup
public class Replays {

    private static final String HEADER = "Idempotency-Replayed";

    private final Counter replays;

    Replays(MeterRegistry meters) {
        this.replays = Counter.builder("counterclaim.idempotency.replays")
                .description("Requests that were answered with what an earlier one had made")
                .register(meters);
    }

    /** The answer to this request is that of an earlier one. */
    public void mark(RoutingContext exchange) {
        replays.increment();
        exchange.response().putHeader(HEADER, "true");
    }
}

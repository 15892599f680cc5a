package org.counterclaim.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Ways to services, each with a circuit breaker and meters of its own. */
@Singleton
public class Upstreams {

    private final Vertx vertx;
    private final MeterRegistry meters;
    private final CircuitBreakerRegistry breakers;

    Upstreams(Vertx vertx, MeterRegistry meters, CircuitBreakerRegistry breakers) {
        this.vertx = vertx;
        this.meters = meters;
        this.breakers = breakers;
    }

    /** @param name of the service, and of its circuit breaker */
    public Upstream to(String name, UpstreamConfig config) {
        CircuitBreaker breaker = breakers.circuitBreaker(name, rules(config.breaker()));
        Calls calls = new Calls(vertx, config);
        return new Upstream(config, calls, breaker, new CallMeter(breaker, calls, meters));
    }

    /** One call tries whether a service that failed is there again. */
    private static CircuitBreakerConfig rules(UpstreamConfig.Breaker breaker) {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(breaker.volume())
                .minimumNumberOfCalls(breaker.volume())
                .failureRateThreshold((float) (100 * breaker.failureRatio()))
                .waitDurationInOpenState(breaker.delay())
                .permittedNumberOfCallsInHalfOpenState(1)
                .build();
    }

    /** All circuit breakers, by name. */
    @Singleton
    static class Breakers {

        @Produces
        @Singleton
        CircuitBreakerRegistry all() {
            return CircuitBreakerRegistry.ofDefaults();
        }
    }
}

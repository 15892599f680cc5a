package org.counterclaim.kit.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.DoubleStream;

/** How requests are measured: in bands of time that can be added up over replicas, under labels of which there are few. */
class RequestMeters {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** Upper ends, in seconds. */
    private static final double[] BANDS = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5};

    /** Anybody can think of a method. */
    @Produces
    @Singleton
    MeterFilter methods() {
        return MeterFilter.replaceTagValues("method", method -> METHODS.contains(method) ? method : "OTHER");
    }

    /** The driver's own name of a cluster is another one after each start. */
    @Produces
    @Singleton
    MeterFilter clusters() {
        return MeterFilter.ignoreTags("cluster.id");
    }

    @Produces
    @Singleton
    MeterFilter bands() {
        double[] nanos = DoubleStream.of(BANDS)
                .map(seconds -> seconds * Duration.ofSeconds(1).toNanos())
                .toArray();
        DistributionStatisticConfig banded = DistributionStatisticConfig.builder()
                .serviceLevelObjectives(nanos)
                .build();
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals("http.server.requests") ? banded.merge(config) : config;
            }
        };
    }
}

package org.counterclaim.kit.telemetry;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.quarkus.arc.Unremovable;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import io.vertx.core.spi.VertxTracerFactory;
import io.vertx.core.tracing.TracingOptions;
import jakarta.inject.Singleton;

/**
 * Has the configured sampler asked when a request comes in, before anything is prepared for its span: the framework asks it last,
 * when the span's attributes are gathered, which costs a request that is not traced half as much again as all the rest of it.
 */
@Singleton
@Unremovable
class Sampling implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer, VertxOptionsCustomizer {

    private volatile Sampler configured = Sampler.alwaysOff();

    /** What has come so far is to be recorded. */
    @Override
    public void customize(AutoConfiguredOpenTelemetrySdkBuilder sdk) {
        sdk.addSamplerCustomizer((sampler, settings) -> {
            configured = sampler;
            return Sampler.alwaysOn();
        });
    }

    /** Nothing is set where telemetry is disabled. */
    @Override
    public void accept(VertxOptions vertx) {
        TracingOptions tracing = vertx.getTracingOptions();
        if (tracing != null) {
            VertxTracerFactory recording = tracing.getFactory();
            tracing.setFactory(options -> new SampledTracer(recording.tracer(options), () -> configured));
        }
    }
}

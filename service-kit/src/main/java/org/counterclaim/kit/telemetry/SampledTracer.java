package org.counterclaim.kit.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.spi.observability.HttpRequest;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Lets the framework's tracer see what is sampled, and of that no more than may be told. A request that is not sampled has no
 * span: it carries the ids of one, so that the log and the services behind know its trace. What nobody has asked for, as what a
 * follower does for itself, is in no trace.
 */
@SuppressWarnings({"unchecked", "rawtypes"})
final class SampledTracer implements VertxTracer<Object, Object> {

    /** Health and metrics, which are asked for all the time. */
    private static final String MANAGEMENT = "/q/";

    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapSetter<BiConsumer<String, String>> HEADERS = BiConsumer::accept;
    private static final IdGenerator IDS = IdGenerator.random();

    private final VertxTracer recording;
    private final Supplier<Sampler> sampler;

    SampledTracer(VertxTracer<?, ?> recording, Supplier<Sampler> sampler) {
        this.recording = recording;
        this.sampler = sampler;
    }

    @Override
    public <R> Object receiveRequest(
            Context context,
            SpanKind kind,
            TracingPolicy policy,
            R request,
            String operation,
            Iterable<Map.Entry<String, String>> headers,
            TagExtractor<R> tags) {
        if (!(request instanceof HttpServerRequest incoming) || incoming.uri().startsWith(MANAGEMENT)) {
            return null;
        }
        var caller = W3C.extract(io.opentelemetry.context.Context.root(), incoming, PlainRequest.HEADERS);
        SpanContext parent = Span.fromContext(caller).getSpanContext();
        String trace = parent.isValid() ? parent.getTraceId() : IDS.generateTraceId();
        if (isSampled(caller, trace, operation)) {
            return recording.receiveRequest(
                    context, kind, policy, new PlainRequest((HttpRequest) incoming), operation, headers, tags);
        }
        SpanContext untold =
                SpanContext.create(trace, IDS.generateSpanId(), TraceFlags.getDefault(), parent.getTraceState());
        QuarkusContextStorage.INSTANCE.attach(context, caller.with(Span.wrap(untold)));
        return null;
    }

    private boolean isSampled(io.opentelemetry.context.Context caller, String trace, String operation) {
        return sampler.get()
                        .shouldSample(
                                caller,
                                trace,
                                operation,
                                io.opentelemetry.api.trace.SpanKind.SERVER,
                                Attributes.empty(),
                                List.of())
                        .getDecision()
                == SamplingDecision.RECORD_AND_SAMPLE;
    }

    @Override
    public <R> void sendResponse(Context context, R response, Object payload, Throwable failure, TagExtractor<R> tags) {
        if (payload != null) {
            recording.sendResponse(context, response, payload, failure, tags);
        }
    }

    @Override
    public <R> Object sendRequest(
            Context context,
            SpanKind kind,
            TracingPolicy policy,
            R request,
            String operation,
            BiConsumer<String, String> headers,
            TagExtractor<R> tags) {
        var current = QuarkusContextStorage.getOtelContext(context);
        Span span = Span.fromContextOrNull(current);
        if (span != null && span.isRecording()) {
            Object plain = request instanceof HttpRequest http ? new PlainRequest(http) : request;
            return recording.sendRequest(context, kind, policy, plain, operation, headers, tags);
        }
        if (span != null && request instanceof HttpRequest) {
            W3C.inject(current, headers, HEADERS);
        }
        return null;
    }

    @Override
    public <R> void receiveResponse(
            Context context, R response, Object payload, Throwable failure, TagExtractor<R> tags) {
        if (payload != null) {
            recording.receiveResponse(context, response, payload, failure, tags);
        }
    }

    @Override
    public void close() {
        recording.close();
    }
}

package org.counterclaim.kit.store;

import com.mongodb.RequestContext;
import com.mongodb.event.CommandEvent;
import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import com.mongodb.reactivestreams.client.ReactiveContextProvider;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.quarkus.mongodb.runtime.MongoRequestContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.reactivestreams.Subscriber;

/**
 * A span for each command that a traced request sends to the store: which command, on which collection, and whether it failed.
 * What was asked for or kept stands in none, as it does in the framework's own, which write the whole command down.
 */
@Singleton
class StoreSpans implements CommandListener, ReactiveContextProvider {

    private static final BsonString NO_COLLECTION = new BsonString("");

    private final Tracer tracer;
    private final Map<Integer, Span> running = new ConcurrentHashMap<>();

    StoreSpans(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("org.counterclaim.store");
    }

    /** The driver works on threads of its own. */
    @Override
    public RequestContext getContext(Subscriber<?> subscriber) {
        return new MongoRequestContext(Context.current());
    }

    @Override
    public void commandStarted(CommandStartedEvent command) {
        RequestContext caller = command.getRequestContext();
        Context request = caller == null ? null : caller.get(MongoRequestContext.OTEL_CONTEXT_KEY);
        if (request != null && Span.fromContext(request).isRecording()) {
            running.put(command.getRequestId(), start(command, request));
        }
    }

    private Span start(CommandStartedEvent command, Context request) {
        String name = command.getCommandName();
        BsonValue target = command.getCommand().get(name, NO_COLLECTION);
        String collection = target.isString() ? target.asString().getValue() : "";
        return tracer.spanBuilder(collection.isEmpty() ? name : name + " " + collection)
                .setParent(request)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("db.system.name", "mongodb")
                .setAttribute("db.namespace", command.getDatabaseName())
                .setAttribute("db.operation.name", name)
                .setAttribute("db.collection.name", collection)
                .startSpan();
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent command) {
        end(command, null);
    }

    /** What the driver says of a failure may quote what was to be kept; its kind does not. */
    @Override
    public void commandFailed(CommandFailedEvent command) {
        end(command, command.getThrowable());
    }

    private void end(CommandEvent command, Throwable failure) {
        Span span = running.remove(command.getRequestId());
        if (span != null) {
            if (failure != null) {
                span.setStatus(StatusCode.ERROR)
                        .setAttribute("error.type", failure.getClass().getName());
            }
            span.end();
        }
    }
}

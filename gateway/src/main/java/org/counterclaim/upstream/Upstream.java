package org.counterclaim.upstream;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.counterclaim.kit.http.RequestId;

/**
 * Asks one service for parts of an answer: within a budget of time, and not at all while a circuit breaker finds it failing.
 * Every failure comes as an {@link UpstreamFailure}; a status from 300 to 499 is an answer and none. Whoever asks changes
 * nothing, so that he may ask twice.
 */
public final class Upstream {

    private final UpstreamConfig config;
    private final Origin origin;
    private final Connections connections;
    private final TypedGuard<Uni<Answer>> guard;
    private final CallMeter meter;

    /** @param name of the service, and of its circuit breaker */
    public Upstream(String name, UpstreamConfig config, Vertx vertx, MeterRegistry meters) {
        this.config = config;
        this.origin = Origin.of(config.url());
        this.connections = new Connections(origin, config, vertx);
        this.guard = TypedGuard.create(new TypeLiteral<Uni<Answer>>() {})
                .withDescription(name)
                .withCircuitBreaker()
                .name(name)
                .requestVolumeThreshold(config.breaker().volume())
                .failureRatio(config.breaker().failureRatio())
                .delay(config.breaker().delay().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withThreadOffload(false)
                .build();
        this.meter = new CallMeter(name, meters);
    }

    /** @param target path and query */
    public Uni<Answer> get(String target, RoutingContext reader) {
        return get(target, reader, null);
    }

    /**
     * Asks for what the reader may see in another form than plain JSON.
     *
     * @param type media type of JSON in which it is wanted
     */
    public Uni<Answer> getAs(String type, String target, RoutingContext reader) {
        return ask(request(HttpMethod.GET, target, reader).putHeader(HttpHeaders.ACCEPT, type), null);
    }

    /**
     * Asks for what the reader may see, or whether it is still the same.
     *
     * @param known tag of what is known already, null for nothing
     */
    public Uni<Answer> get(String target, RoutingContext reader, String known) {
        RequestOptions request = request(HttpMethod.GET, target, reader);
        return ask(known == null ? request : request.putHeader(HttpHeaders.IF_NONE_MATCH, known), null);
    }

    /** Asks for what everybody may see, for nobody in particular. */
    public Uni<Answer> get(String target) {
        return ask(request(HttpMethod.GET, target), null);
    }

    /** @param target path and query */
    public Uni<Answer> post(String target, Buffer json, RoutingContext reader) {
        RequestOptions request = request(HttpMethod.POST, target, reader);
        return ask(request.putHeader(HttpHeaders.CONTENT_TYPE, "application/json"), json);
    }

    /** After how many seconds it is worth to ask again. */
    public int retryAfter() {
        return UpstreamConfig.retryAfter(config);
    }

    private RequestOptions request(HttpMethod method, String target, RoutingContext reader) {
        RequestOptions request = request(method, target).putHeader(RequestId.HEADER, RequestId.of(reader));
        String authorization = OnBehalf.authorization(reader);
        return authorization == null ? request : request.putHeader(HttpHeaders.AUTHORIZATION, authorization);
    }

    private RequestOptions request(HttpMethod method, String target) {
        return origin.request(method, target)
                .setConnectTimeout(config.budget().toMillis())
                .putHeader(HttpHeaders.ACCEPT, "application/json");
    }

    private Uni<Answer> ask(RequestOptions request, Buffer body) {
        long began = System.nanoTime();
        return guard.get(() -> UniHelper.toUni(exchange(request, body)))
                .invoke(answer -> meter.answered(began, answer))
                .onFailure()
                .transform(cause -> meter.failed(began, UpstreamFailure.of(cause)));
    }

    private Future<Answer> exchange(RequestOptions options, Buffer body) {
        long begun = System.nanoTime();
        Future<HttpClientRequest> first = connections.request(options);
        return answer(first, body, config.budget())
                .recover(failure -> isStale(first, failure)
                        ? answer(
                                connections.requestAfresh(options),
                                body,
                                config.budget().minusNanos(System.nanoTime() - begun))
                        : Future.failedFuture(failure));
    }

    private static boolean isStale(Future<HttpClientRequest> request, Throwable failure) {
        return request.succeeded() && Connections.wasStale(request.result(), failure);
    }

    private static Future<Answer> answer(Future<HttpClientRequest> connected, Buffer body, Duration budget) {
        return connected
                .compose(request -> body == null ? request.send() : request.send(body))
                .compose(Upstream::read)
                .timeout(Math.max(1, budget.toMillis()), TimeUnit.MILLISECONDS)
                .onFailure(failure -> breakOff(connected, failure));
    }

    /** Only what is still running: the connection of an answer that is whole serves somebody else already. */
    private static void breakOff(Future<HttpClientRequest> connected, Throwable failure) {
        if (failure instanceof TimeoutException) {
            connected.onSuccess(HttpClientRequest::reset);
        }
    }

    /** A connection that breaks within the body has cut it: what came is no answer. */
    private static Future<Answer> read(HttpClientResponse response) {
        return response.body()
                .recover(cut -> Future.failedFuture(UpstreamFailure.invalid("The body is cut: " + cut.getMessage())))
                .map(body -> Answer.of(response, body));
    }
}

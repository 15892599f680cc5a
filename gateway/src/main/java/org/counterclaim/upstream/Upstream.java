package org.counterclaim.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.counterclaim.kit.http.RequestId;

/**
 * Asks one service for parts of an answer: within a budget of time, and not at all while a circuit breaker finds it failing.
 * Every failure comes as an {@link UpstreamFailure}; a status from 300 to 499 is an answer and none. Whoever asks changes
 * nothing, so that he may ask twice.
 */
public final class Upstream {

    private final UpstreamConfig config;
    private final Origin origin;
    private final Calls calls;
    private final CircuitBreaker breaker;
    private final CallMeter meter;
    private final AtomicInteger underWay = new AtomicInteger();

    Upstream(UpstreamConfig config, Calls calls, CircuitBreaker breaker, CallMeter meter) {
        this.config = config;
        this.origin = Origin.of(config.url());
        this.calls = calls;
        this.breaker = breaker;
        this.meter = meter;
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

    /**
     * Why nothing can be asked for now: there are as many calls as there may be, and as many wait. Whoever is told so is counted as
     * refused. Null if it can.
     */
    public UpstreamFailure full() {
        return underWay.get() < 2 * config.connections() ? null : meter.full();
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
        return Uni.createFrom().emitter(reader -> {
            UpstreamFailure refused = refusal();
            if (refused != null) {
                reader.fail(refused);
                return;
            }
            underWay.incrementAndGet();
            long began = System.nanoTime();
            Calls.Call call = calls.begin(request, body);
            reader.onTermination(call::abandon);
            call.answer()
                    .onComplete(done -> underWay.decrementAndGet())
                    .onSuccess(answer -> reader.complete(good(began, answer)))
                    .onFailure(cause -> reader.fail(bad(began, cause)));
        });
    }

    /** Why nothing is asked, null if it is. */
    private UpstreamFailure refusal() {
        UpstreamFailure full = full();
        return full == null && !breaker.tryAcquirePermission() ? meter.untried() : full;
    }

    private Answer good(long began, Answer answer) {
        long took = System.nanoTime() - began;
        breaker.onSuccess(took, TimeUnit.NANOSECONDS);
        meter.answered(took, answer);
        return answer;
    }

    /** Neither a reader who leaves nor our own limit says anything of the service. */
    private Throwable bad(long began, Throwable cause) {
        if (cause instanceof CancellationException) {
            breaker.releasePermission();
            return cause;
        }
        UpstreamFailure failure = UpstreamFailure.of(cause);
        long took = System.nanoTime() - began;
        if (failure.isShed()) {
            breaker.releasePermission();
        } else {
            breaker.onError(took, TimeUnit.NANOSECONDS, failure);
        }
        return meter.failed(took, failure);
    }
}

package org.counterclaim.story;

import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Asks itself, over its own port, what phones will ask, before it says that it is ready: the first of them need not wait until
 * all that an answer takes is loaded, connected and read for the first time. If there is no story by then, or no service that has
 * one, it is ready all the same.
 */
@Readiness
@ApplicationScoped
class WarmUp implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    private static final Pattern ID = Pattern.compile("\"id\":\"(art_\\w{26})\"");
    private static final String STORIES = "/v1/stories";
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** After which an answer takes no longer than the next. */
    private static final int TIMES = 20;

    private final Vertx vertx;
    private final Duration limit;
    private volatile boolean over;

    /** @param limit how long it may take; none of it for nothing */
    WarmUp(Vertx vertx, @ConfigProperty(name = "counterclaim.warm-up", defaultValue = "5s") Duration limit) {
        this.vertx = vertx;
        this.limit = limit;
        this.over = limit.isZero();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("warm-up").status(over).build();
    }

    void begin(@ObservesAsync HttpServerStart server) {
        if (!over) {
            begin(server.options().getPort());
        }
    }

    /** @param port its own */
    Future<Void> begin(int port) {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost("127.0.0.1").setDefaultPort(port));
        long begun = System.nanoTime();
        return firstStory(client, begun + limit.toNanos())
                .compose(list -> read(client, list))
                .onSuccess(done -> LOG.debugf("Warm after %d ms", (System.nanoTime() - begun) / 1_000_000))
                .onFailure(failure -> LOG.debug("Nothing to warm up with", failure))
                .onComplete(done -> {
                    over = true;
                    client.close();
                });
    }

    /** Services that start at the same moment may not be there yet. */
    private Future<Buffer> firstStory(HttpClient client, long until) {
        return get(client, STORIES + "?limit=1", Map.of())
                .recover(failure -> System.nanoTime() < until
                        ? vertx.timer(PAUSE.toMillis()).compose(later -> firstStory(client, until))
                        : Future.failedFuture(failure));
    }

    private Future<Void> read(HttpClient client, Buffer list) {
        Matcher found = ID.matcher(list.toString());
        if (!found.find()) {
            return Future.succeededFuture();
        }
        String story = STORIES + "/" + found.group(1);
        Future<Buffer> last = Future.succeededFuture();
        for (int time = 0; time < TIMES; time++) {
            last = last.compose(before -> get(client, story, Map.of()))
                    .compose(before -> get(client, story, Map.of("Accept-Encoding", "gzip")))
                    .compose(before -> get(client, STORIES + "?limit=20", Map.of()));
        }
        return last.mapEmpty();
    }

    private static Future<Buffer> get(HttpClient client, String target, Map<String, String> headers) {
        RequestOptions request = new RequestOptions().setMethod(HttpMethod.GET).setURI(target);
        headers.forEach(request::putHeader);
        return client.request(request.putHeader(HttpHeaders.USER_AGENT, "counterclaim warm-up"))
                .compose(sent -> sent.send())
                .compose(answer -> answer.statusCode() == 200
                        ? answer.body()
                        : Future.failedFuture("status " + answer.statusCode()));
    }
}

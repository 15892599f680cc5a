package org.counterclaim.upstream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * The connections to one service. They are kept and used again, and one that rests can be closed by the other side at the moment
 * in which it is used. That is nobody's failure: what may be sent twice is then sent once more, on a new connection.
 */
public final class Connections {

    /** A call that is handed to another thread and back costs more than its bytes do. */
    private final Map<EventExecutor, HttpClient> kept = new IdentityHashMap<>();

    private final HttpClient fresh;

    /** When they were made. Some rest although they were never used: whoever they were made for found another first. */
    private final Cache<HttpConnection, Long> made =
            Caffeine.newBuilder().weakKeys().build();

    /** Each event loop gets an equal share of as many as there may be. */
    public Connections(Origin origin, UpstreamConfig config, Vertx vertx) {
        int loops = (int) StreamSupport.stream(vertx.nettyEventLoopGroup().spliterator(), false)
                .count();
        HttpClientOptions options = origin.client(config, loops);
        vertx.nettyEventLoopGroup().forEach(loop -> kept.put(loop, client(options, vertx)));
        this.fresh = vertx.createHttpClient(origin.client(config, 1).setKeepAlive(false));
    }

    private HttpClient client(HttpClientOptions options, Vertx vertx) {
        return vertx.httpClientBuilder()
                .with(options)
                .with(options.getPoolOptions())
                .withConnectHandler(connection -> made.put(connection, System.nanoTime()))
                .build();
    }

    /** A request that goes out on a connection of this event loop that rests, if there is one. */
    public Future<HttpClientRequest> request(RequestOptions options) {
        for (Map.Entry<EventExecutor, HttpClient> connections : kept.entrySet()) {
            if (connections.getKey().inEventLoop()) {
                return connections.getValue().request(options);
            }
        }
        throw new IllegalStateException("Services are asked on an event loop.");
    }

    /** A request on a connection that nobody has used. */
    public Future<HttpClientRequest> requestAfresh(RequestOptions options) {
        return fresh.request(options);
    }

    /**
     * Whether a request that was not answered failed of nothing but that its connection had rested too long.
     *
     * @param asked when its connection was asked for, by {@link System#nanoTime}
     */
    public boolean wasStale(HttpClientRequest request, Throwable failure, long asked) {
        boolean closed = failure instanceof HttpClosedException || failure instanceof IOException;
        Long begun = closed ? made.getIfPresent(request.connection()) : null;
        return begun != null && begun - asked < 0;
    }
}

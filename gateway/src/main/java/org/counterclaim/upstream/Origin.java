package org.counterclaim.upstream;

import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;

/** Where a service stands, in the client's terms. */
public final class Origin {

    private final URI url;
    private final boolean secure;
    private final int port;
    private final String prefix;

    private Origin(URI url, boolean secure, int port, String prefix) {
        this.url = url;
        this.secure = secure;
        this.port = port;
        this.prefix = prefix;
    }

    /** @param url scheme, host, and port or none, with a path or none */
    public static Origin of(URI url) {
        boolean secure = "https".equals(url.getScheme());
        int standard = secure ? 443 : 80;
        String prefix = url.getRawPath().replaceFirst("/$", "");
        return new Origin(url, secure, url.getPort() < 0 ? standard : url.getPort(), prefix);
    }

    /**
     * A client for it, with connections of its own.
     *
     * @param clients that share what there may be
     */
    HttpClientOptions client(UpstreamConfig config, int clients) {
        int share = Math.max(1, config.connections() / clients);
        // who waits for a connection that is being made waits too
        return new HttpClientOptions()
                .setMaxPoolSize(share)
                .setMaxWaitQueueSize(2 * share)
                .setKeepAliveTimeout((int) config.keepAlive().toSeconds());
    }

    /** @param target path and query */
    public RequestOptions request(HttpMethod method, String target) {
        return new RequestOptions()
                .setMethod(method)
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(secure)
                .setURI(prefix + target);
    }
}

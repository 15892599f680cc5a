package org.counterclaim.kit.telemetry;

import io.opentelemetry.context.propagation.TextMapGetter;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.observability.HttpRequest;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a span may tell of a request: its method and its path. Who has sent it, and what he has put into the query or the headers,
 * is nobody's business: it may be a key.
 */
final class PlainRequest implements HttpRequest {

    static final TextMapGetter<HttpServerRequest> HEADERS = new Headers();

    /** As long as no id of ours is, and no slug: somebody has put something where it does not belong. */
    private static final Pattern ODD_SEGMENT = Pattern.compile("(?<=/)(?=[a-z0-9-]*+[^a-z0-9/-])[^/]{41,}");

    private static final List<String> TRACE = List.of("traceparent", "tracestate");

    private final HttpRequest request;

    PlainRequest(HttpRequest request) {
        this.request = request;
    }

    @Override
    public int id() {
        return request.id();
    }

    @Override
    public String uri() {
        return plain(request.uri());
    }

    @Override
    public String absoluteURI() {
        String whole = request.absoluteURI();
        int path = whole.indexOf('/', whole.indexOf("://") + "://".length());
        return path < 0 ? whole : whole.substring(0, path) + plain(whole.substring(path));
    }

    @Override
    public HttpMethod method() {
        return request.method();
    }

    @Override
    public MultiMap headers() {
        MultiMap trace = MultiMap.caseInsensitiveMultiMap();
        MultiMap all = request.headers();
        TRACE.stream().filter(all::contains).forEach(name -> trace.set(name, all.get(name)));
        return trace;
    }

    @Override
    public SocketAddress remoteAddress() {
        return request.remoteAddress();
    }

    private static String plain(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return ODD_SEGMENT.matcher(path).replaceAll("_");
    }

    private static final class Headers implements TextMapGetter<HttpServerRequest> {

        @Override
        public Iterable<String> keys(HttpServerRequest request) {
            return TRACE;
        }

        @Override
        public String get(HttpServerRequest request, String name) {
            return request.headers().get(name);
        }
    }
}

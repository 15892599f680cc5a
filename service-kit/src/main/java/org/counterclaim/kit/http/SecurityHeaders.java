package org.counterclaim.kit.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells browsers on each answer what not to do with it: guess its type, run anything in it, frame it, say where the reader came
 * from, or come back without TLS.
 */
public class SecurityHeaders {

    private static final CharSequence TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
    private static final CharSequence CONTENT_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence TRANSPORT_SECURITY = HttpHeaders.createOptimized("Strict-Transport-Security");

    private static final CharSequence OF_DATA =
            HttpHeaders.createOptimized("default-src 'none'; frame-ancestors 'none'");

    /** The page has its script and style in itself, and asks this server only. */
    private static final CharSequence OF_DOCS = HttpHeaders.createOptimized("default-src 'self'; "
            + "script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "frame-ancestors 'none'");

    private static final CharSequence FOR_A_YEAR = HttpHeaders.createOptimized("max-age=31536000");

    private final String docs;
    private final boolean behindTls;

    SecurityHeaders(
            @ConfigProperty(name = "quarkus.swagger-ui.path") String docs,
            @ConfigProperty(name = "counterclaim.behind-tls", defaultValue = "false") boolean behindTls) {
        this.docs = docs;
        this.behindTls = behindTls;
    }

    void install(@Observes Filters filters) {
        filters.register(this::add, 1050);
    }

    private void add(RoutingContext exchange) {
        MultiMap headers = exchange.response().headers();
        String path = exchange.request().path();
        headers.set(TYPE_OPTIONS, NO_SNIFF)
                .set(REFERRER_POLICY, NO_REFERRER)
                .set(CONTENT_POLICY, path != null && path.startsWith(docs) ? OF_DOCS : OF_DATA);
        if (behindTls || exchange.request().isSSL()) {
            headers.set(TRANSPORT_SECURITY, FOR_A_YEAR);
        }
        exchange.next();
    }
}

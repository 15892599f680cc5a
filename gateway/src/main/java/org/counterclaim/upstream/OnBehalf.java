package org.counterclaim.upstream;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** On whose behalf a service is asked: that of the caller's own token, or of one that this gateway has issued for him. */
public final class OnBehalf {

    private static final String ISSUED = OnBehalf.class.getName();

    private OnBehalf() {}

    /** Asks services with this token from now on, whatever the caller came with. */
    public static void use(RoutingContext exchange, String token) {
        exchange.put(ISSUED, "Bearer " + token);
    }

    /** The {@code Authorization} for a service, null for an anonymous caller. */
    public static String authorization(RoutingContext exchange) {
        String issued = exchange.get(ISSUED);
        return issued == null ? exchange.request().getHeader(HttpHeaders.AUTHORIZATION) : issued;
    }
}

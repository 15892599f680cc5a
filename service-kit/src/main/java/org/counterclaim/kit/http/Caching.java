package org.counterclaim.kit.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says on each answer to a read who may keep it: everyone, but only to revalidate it; with credentials only the reader. */
public class Caching {

    /** Header with an API key, which is known to the gateway alone. */
    public static final String API_KEY = "X-API-Key";

    @ServerResponseFilter
    void mark(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        if (!isRead(request.getMethod()) || headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            return;
        }
        if (response.getStatus() >= 400) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
            return;
        }
        boolean credentials = Stream.of(HttpHeaders.AUTHORIZATION, API_KEY)
                .anyMatch(header -> request.getHeaderString(header) != null);
        headers.putSingle(HttpHeaders.CACHE_CONTROL, (credentials ? "private" : "public") + ", no-cache");
        headers.putSingle(HttpHeaders.VARY, "Accept, Accept-Encoding");
    }

    private static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }
}

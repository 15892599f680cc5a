package org.counterclaim.proxy;

import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which headers go from one end to the other, and which are of one connection only (RFC 9110, section 7.6.1). */
final class EndToEnd {

    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private EndToEnd() {}

    /** Adds to one message the headers of another that are not of the connection, in place of those that it has of the same names. */
    static void copy(MultiMap from, MultiMap to, Set<String> except) {
        Set<String> dropped = new HashSet<>(HOP_BY_HOP);
        dropped.addAll(except);
        from.getAll("connection").stream()
                .flatMap(options -> Arrays.stream(options.split(",")))
                .forEach(name -> dropped.add(name.strip().toLowerCase(Locale.ROOT)));
        for (String name : from.names()) {
            if (!dropped.contains(name.toLowerCase(Locale.ROOT))) {
                List<String> values = from.getAll(name);
                to.set(name, values);
            }
        }
    }
}

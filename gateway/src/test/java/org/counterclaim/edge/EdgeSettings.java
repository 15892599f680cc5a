package org.counterclaim.edge;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Duration;
import java.util.Map;

/** What the tests of the edge need otherwise than the others: they share one start of the gateway. */
public class EdgeSettings implements QuarkusTestProfile {

    static final String NAMED = "https://www.example.org";

    /** A tenth of the real limit on what is sent slowly. */
    static final Duration LIMIT = Duration.ofSeconds(1);

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "counterclaim.cors-origins",
                NAMED + ",http://localhost:3000",
                "counterclaim.behind-tls",
                "true",
                "counterclaim.head-timeout",
                LIMIT.toString(),
                "counterclaim.body-timeout",
                LIMIT.toString());
    }
}

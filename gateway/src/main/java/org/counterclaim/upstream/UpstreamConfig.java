package org.counterclaim.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where a service is and what the gateway spends on it. */
public interface UpstreamConfig {

    /** Scheme, host and port, with a path if the service stands under one. */
    URI url();

    /** How long a part of an answer may take, from the first byte sent to the last one received. */
    Duration budget();

    /** How long a request that is passed through may wait for its answer: less than this server's own idle time-out. */
    @WithDefault("9s")
    Duration patience();

    /**
     * Connections at most, of which each event loop has an equal share. As many calls again may wait for one, the next is refused; of
     * requests that are passed through twice as many may wait.
     */
    @WithDefault("256")
    int connections();

    /**
     * How long a connection may rest and still be used, in whole seconds; it is closed within a second more. Shorter than the
     * service leaves one open that rests (9 s), and than it serves on when it is told to end (8 s): so no request goes out on a
     * connection that is being closed.
     */
    @WithDefault("5s")
    Duration keepAlive();

    /** For how many of its calls there may be a second one; 0 for none. */
    @WithDefault("0.1")
    double secondTries();

    Breaker breaker();

    /** After how many seconds it is worth to ask again: when the circuit breaker does. */
    static int retryAfter(UpstreamConfig config) {
        return (int) Math.max(1, config.breaker().delay().toSeconds());
    }

    /** When to stop asking a service that fails, and for how long. */
    interface Breaker {

        /** How many calls are looked at. */
        @WithDefault("20")
        int volume();

        /** Which share of them may fail. */
        @WithDefault("0.5")
        double failureRatio();

        /** How long nothing is asked before one call tries again. */
        @WithDefault("2s")
        Duration delay();
    }

    /** The article service's. */
    @ConfigMapping(prefix = "counterclaim.article-service")
    interface Articles extends UpstreamConfig {}

    /** The claim service's. */
    @ConfigMapping(prefix = "counterclaim.claim-service")
    interface Claims extends UpstreamConfig {}
}

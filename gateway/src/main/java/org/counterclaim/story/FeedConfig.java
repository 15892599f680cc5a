package org.counterclaim.story;

import java.net.URI;
import java.time.Duration;
import org.counterclaim.upstream.UpstreamConfig;

/** What is spent on listening to a service: connections apart from those of readers, and the time that it may keep silent. */
record FeedConfig(UpstreamConfig service) implements UpstreamConfig {

    @Override
    public URI url() {
        return service.url();
    }

    @Override
    public Duration budget() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration patience() {
        return service.patience();
    }

    @Override
    public int connections() {
        return 1;
    }

    @Override
    public Duration keepAlive() {
        return service.keepAlive();
    }

    /** It is asked again and again as it is. */
    @Override
    public double secondTries() {
        return 0;
    }

    @Override
    public Breaker breaker() {
        return service.breaker();
    }
}

package org.counterclaim.edge;

import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * One event loop for each processor, unless it is set otherwise. Nothing here waits on one; of two that share a processor each has
 * to wait for some milliseconds, again and again, until the other's turn is over.
 */
@Singleton
@Unremovable
class EventLoops implements VertxOptionsCustomizer {

    private final Optional<Integer> size;

    EventLoops(@ConfigProperty(name = "quarkus.vertx.event-loops-pool-size") Optional<Integer> size) {
        this.size = size;
    }

    @Override
    public void accept(VertxOptions vertx) {
        vertx.setEventLoopPoolSize(size.orElseGet(() -> Runtime.getRuntime().availableProcessors()));
    }
}

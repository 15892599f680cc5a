package org.counterclaim.kit.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the store's upkeep tells those who watch over a service. */
@Singleton
class StoreMeters {

    private static final String KIND = "kind";

    private final MeterRegistry meters;

    /** How many of a kind wait for review; not a number while nobody can tell. */
    private final Map<String, Double> waiting = new ConcurrentHashMap<>();

    StoreMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    void follow(Feed feed) {
        Gauge.builder("counterclaim.feed.head", feed, Feed::head)
                .description("Number of the last record that readers of the feed can have")
                .register(meters);
    }

    /** Meters of a kind are there from the beginning, so that nothing of it reads as nothing. */
    void watch(Upkeep<?> kind) {
        swept(kind, 0);
        if (kind.isReviewed()) {
            waiting.put(kind.kind(), Double.NaN);
            Gauge.builder("counterclaim.in.review", waiting, numbers -> numbers.get(kind.kind()))
                    .description("How many wait for an editor")
                    .tag(KIND, kind.kind())
                    .register(meters);
        }
    }

    void swept(Upkeep<?> kind, long documents) {
        Counter.builder("counterclaim.swept")
                .description("Documents that a writer left unrecorded and the sweep has recorded")
                .tag(KIND, kind.kind())
                .register(meters)
                .increment(documents);
    }

    <T extends Number> Uni<T> reviewed(Upkeep<?> kind, Uni<T> number) {
        return number.invoke(n -> waiting.put(kind.kind(), n.doubleValue()))
                .onFailure()
                .invoke(nobodyCanTell -> waiting.put(kind.kind(), Double.NaN));
    }
}

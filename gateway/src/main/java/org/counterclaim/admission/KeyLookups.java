package org.counterclaim.admission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.counterclaim.admission.Verdict.Finding;

/** Counts where API keys were found and how they were. */
@Singleton
class KeyLookups {

    private final Map<Finding, Counter> inMemory;
    private final Map<Finding, Counter> inDatabase;

    KeyLookups(MeterRegistry meters) {
        this.inMemory = counters("memory", meters);
        this.inDatabase = counters("database", meters);
    }

    Verdict inMemory(Verdict verdict) {
        inMemory.get(verdict.finding()).increment();
        return verdict;
    }

    Verdict inDatabase(Verdict verdict) {
        inDatabase.get(verdict.finding()).increment();
        return verdict;
    }

    private static Map<Finding, Counter> counters(String source, MeterRegistry meters) {
        Map<Finding, Counter> counters = new EnumMap<>(Finding.class);
        for (Finding finding : Finding.values()) {
            counters.put(
                    finding,
                    Counter.builder("counterclaim.key.lookups")
                            .description("API keys that came in")
                            .tag("source", source)
                            .tag("finding", finding.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
        return counters;
    }
}

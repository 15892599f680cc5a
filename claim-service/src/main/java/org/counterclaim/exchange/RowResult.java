package org.counterclaim.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.counterclaim.claim.KeepImported;
import org.counterclaim.kit.job.Job;
import org.counterclaim.kit.job.RowError;
import org.counterclaim.kit.job.RowOutcome;

/** What rows are counted under that something came of: once under what came of it, and in that apart if there is a warning. */
enum RowResult {
    CREATED,
    MERGED,
    UNCHANGED;

    private static final String WARNED = "_warned";

    static RowResult of(KeepImported.Outcome outcome) {
        return valueOf(outcome.name());
    }

    /** @param warning what is odd about the row, null if nothing is */
    RowOutcome with(RowError warning) {
        return warning == null ? RowOutcome.of(word()) : new RowOutcome(word() + WARNED, warning, List.of());
    }

    int count(Job job) {
        return job.count(word()) + job.count(word() + WARNED);
    }

    static int warned(Job job) {
        return Arrays.stream(values())
                .mapToInt(result -> job.count(result.word() + WARNED))
                .sum();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

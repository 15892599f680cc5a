package org.counterclaim.story;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an answer lacks, and what of it may be old.
 *
 * @param missing the part that is not there; null for none
 */
record Completeness(Missing missing, List<Stale> stale) {

    static final Completeness WHOLE = new Completeness(null, List.of());

    /** A part as it was at a moment, because its service cannot be asked now. */
    record Stale(String part, Instant asOf) {

        private String json() {
            return "{\"part\":\"" + part + "\",\"asOf\":\"" + asOf.truncatedTo(ChronoUnit.MILLIS) + "\"}";
        }
    }

    static Completeness without(Missing missing) {
        return new Completeness(missing, List.of());
    }

    /** Whether everything is there, and is what the services say now. */
    boolean isWhole() {
        return missing == null && stale.isEmpty();
    }

    /** The member {@code completeness} of an answer. */
    String json() {
        StringBuilder json = new StringBuilder("{\"complete\":").append(missing == null);
        if (missing != null) {
            json.append(",\"missing\":[").append(missing.json()).append(']');
        }
        if (!stale.isEmpty()) {
            json.append(stale.stream().map(Stale::json).collect(Collectors.joining(",", ",\"stale\":[", "]")));
        }
        return json.append('}').toString();
    }
}

package org.counterclaim.story;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an answer lacks, and what of it may be old.
 *
 * @param missing the parts that are not there
 */
record Completeness(List<Missing> missing, List<Stale> stale) {

    static final Completeness WHOLE = new Completeness(List.of(), List.of());

    /** A part as it was at a moment, because its service cannot be asked now. */
    record Stale(String part, Instant asOf) {

        private String json() {
            return "{\"part\":\"" + part + "\",\"asOf\":\"" + asOf.truncatedTo(ChronoUnit.MILLIS) + "\"}";
        }
    }

    /** @param missing null for nothing */
    static Completeness without(Missing missing) {
        return of(missing, List.of());
    }

    /** @param missing null for nothing */
    static Completeness of(Missing missing, List<Stale> stale) {
        return new Completeness(missing == null ? List.of() : List.of(missing), stale);
    }

    /** Whether everything is there, and is what the services say now. */
    boolean isWhole() {
        return missing.isEmpty() && stale.isEmpty();
    }

    /** What it says of the claims alone. */
    Completeness ofClaims() {
        return new Completeness(
                missing.stream()
                        .filter(part -> part.part().equals(ClaimSource.PART))
                        .toList(),
                stale.stream()
                        .filter(part -> part.part().equals(ClaimSource.PART))
                        .toList());
    }

    /** The one that counts, if there are several. */
    Optional<Missing> firstMissing() {
        return missing.stream().findFirst();
    }

    /** The member {@code completeness} of an answer. */
    String json() {
        StringBuilder json = new StringBuilder("{\"complete\":").append(missing.isEmpty());
        if (!missing.isEmpty()) {
            json.append(missing.stream().map(Missing::json).collect(Collectors.joining(",", ",\"missing\":[", "]")));
        }
        if (!stale.isEmpty()) {
            json.append(stale.stream().map(Stale::json).collect(Collectors.joining(",", ",\"stale\":[", "]")));
        }
        return json.append('}').toString();
    }
}

package org.counterclaim.digest;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.counterclaim.claim.Claim;
import org.counterclaim.kit.http.QueryParameters;

/**
 * What a reader has read of a story before: all of it as it was at a moment, or certain revisions of its claims.
 *
 * @param moment null if revisions are named
 * @param revisions by the claims' ids
 */
record ReadBefore(Instant moment, Map<String, Integer> revisions) {

    private static final Pattern NAMED = Pattern.compile("(clm_[0-9A-HJKMNP-TV-Z]{26}):(\\d{1,9})");
    private static final int MAX = 200;

    /**
     * What two query parameters say, of which one must be there.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that points at the one that is wrong
     */
    static ReadBefore of(String since, String known) {
        if (since != null && known != null) {
            throw QueryParameters.invalid("known", "Say since when, or what is known: not both.");
        }
        if (known != null) {
            return new ReadBefore(null, revisions(known));
        }
        if (since == null) {
            throw QueryParameters.invalid("since", "Say since when, or name in `known` what is known.");
        }
        return new ReadBefore(QueryParameters.moment("since", since), Map.of());
    }

    private static Map<String, Integer> revisions(String known) {
        Map<String, Integer> revisions = new HashMap<>();
        Arrays.stream(known.split(",")).filter(one -> !one.isEmpty()).forEach(one -> {
            Matcher named = NAMED.matcher(one);
            if (!named.matches() || revisions.size() == MAX) {
                throw QueryParameters.invalid("known", "At most " + MAX + " claims as clm_…:4, with commas between.");
            }
            revisions.put(named.group(1), Integer.valueOf(named.group(2)));
        });
        return revisions;
    }

    /** Whether he may have read that revision, or a later one. */
    boolean covers(Claim revision) {
        return moment == null
                ? revision.revision() <= revisions.getOrDefault(revision.id(), 0)
                : !revision.updatedAt().isAfter(moment);
    }
}

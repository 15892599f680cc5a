package org.counterclaim.story;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.counterclaim.kit.http.QueryParameters;

/**
 * What a reader has read of a story: all of it at a moment, or certain revisions of the article and its claims.
 *
 * @param moment null if revisions are named
 * @param revisions each as {@code art_…:3} or {@code clm_…:4}
 */
record ReadSince(Instant moment, List<String> revisions) {

    static final String PARAMETER = "since";

    /** For those who read the contract. */
    static final String WORDS =
            "A time, or the revisions that were read, with commas between: `art_…:3,clm_…:4`. Of the claims that are not named none was read.";

    private static final String ARTICLE = "art_";
    private static final Pattern REVISION = Pattern.compile("(art|clm)_[0-9A-HJKMNP-TV-Z]{26}:\\d{1,9}");

    /**
     * What the parameter says.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if that is nothing which could have been read
     */
    static ReadSince of(String since, Instant now) {
        if (since == null) {
            throw QueryParameters.invalid(PARAMETER, "Say since when, or which revisions were read.");
        }
        if (since.startsWith(ARTICLE) || since.startsWith("clm_")) {
            return new ReadSince(null, revisions(since));
        }
        Instant moment = QueryParameters.moment(PARAMETER, since);
        if (moment.isAfter(now)) {
            throw QueryParameters.invalid(PARAMETER, "Nobody has read what is yet to come.");
        }
        return new ReadSince(moment, List.of());
    }

    private static List<String> revisions(String since) {
        List<String> named = Arrays.asList(since.split(","));
        if (!named.stream().allMatch(one -> REVISION.matcher(one).matches())) {
            throw QueryParameters.invalid(PARAMETER, "Name revisions as art_…:3,clm_…:4, with commas between.");
        }
        return named;
    }

    /**
     * The article's.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is not named
     */
    int ofArticle(String id) {
        return revisions.stream()
                .filter(one -> one.startsWith(id + ":"))
                .map(one -> Integer.valueOf(one.substring(id.length() + 1)))
                .findFirst()
                .orElseThrow(() -> QueryParameters.invalid(PARAMETER, "Name the revision of " + id + " too."));
    }

    /** The same as a query to claim-service. */
    String ofClaims() {
        if (moment != null) {
            return "since=" + moment;
        }
        String known =
                revisions.stream().filter(one -> !one.startsWith(ARTICLE)).collect(Collectors.joining(","));
        // a parameter without a value is none
        return "known=" + URLEncoder.encode(known.isEmpty() ? "," : known, StandardCharsets.UTF_8);
    }
}

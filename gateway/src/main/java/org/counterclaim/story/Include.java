package org.counterclaim.story;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.counterclaim.kit.http.QueryParameters;

/** What a reader wants beside the article of a story. */
enum Include {
    CLAIMS,
    POSITIONS,
    EVIDENCE,
    SOURCES,
    RELATED;

    static final String PARAMETER = "include";

    /** For those who read the contract. */
    static final String WORDS =
            "What to give beside the article, with commas between: `claims` (all that is said of them), `positions` (who "
                    + "stands where), `evidence` (of all claims, each once), `sources` (of the article), `related` (the first 20 articles). "
                    + "Without it, the claims.";

    /**
     * The ones that are named.
     *
     * @param names with commas between
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for a name of nothing
     */
    static Set<Include> of(String names) {
        Set<Include> named = EnumSet.noneOf(Include.class);
        Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> QueryParameters.constant(PARAMETER, name, Include.class))
                .forEach(named::add);
        return Collections.unmodifiableSet(named);
    }

    /** Its member in the answer, and its name in the query. */
    String member() {
        return name().toLowerCase(Locale.ROOT);
    }
}

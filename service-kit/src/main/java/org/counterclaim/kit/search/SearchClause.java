package org.counterclaim.kit.search;

import java.util.List;
import java.util.regex.Pattern;
import org.counterclaim.kit.http.QueryParameters;

/**
 * One piece of what somebody searches for: a word, or a phrase in quotation marks.
 *
 * @param excluded whether it must not be there: a minus sign stood before it
 */
record SearchClause(boolean excluded, String text) {

    private static final int MAX_LENGTH = 1_000;
    private static final int MAX_CLAUSES = 50;

    /** A quotation mark that is not closed goes on to the end. */
    private static final Pattern CLAUSE = Pattern.compile("(-?)(?:[\"“”„]([^\"“”„]*)[\"“”„]?|([^\\s\"“”„]+))");

    /**
     * The pieces of a query, in their order.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is too long to be one
     */
    static List<SearchClause> parse(String q) {
        if (q.length() > MAX_LENGTH) {
            throw QueryParameters.invalid("q", "At most " + MAX_LENGTH + " characters.");
        }
        List<SearchClause> clauses = CLAUSE.matcher(q)
                .results()
                .map(found -> new SearchClause(
                        !found.group(1).isEmpty(), found.group(2) == null ? found.group(3) : found.group(2)))
                .filter(clause -> !clause.text.isBlank())
                .toList();
        if (clauses.size() > MAX_CLAUSES) {
            throw QueryParameters.invalid("q", "At most " + MAX_CLAUSES + " words and phrases.");
        }
        return clauses;
    }
}

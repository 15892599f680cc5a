package org.counterclaim.story;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.counterclaim.kit.http.QueryParameters;

/** What can be searched for. */
enum SearchType {
    STORY("stories", "/v1/articles", "q", "section,subject,keyword,language"),
    CLAIM("claims", "/v1/claims", "q", "disputeStatus,claimType,party,side,language"),
    /** For the newsroom alone: readers get parties with the claims that they speak in. */
    PARTY("parties", "/v1/parties", "name", null);

    static final String PARAMETER = "type";

    private final String member;
    private final String path;
    private final String words;
    private final String facets;

    SearchType(String member, String path, String words, String facets) {
        this.member = member;
        this.path = path;
        this.words = words;
        this.facets = facets;
    }

    /**
     * The ones that are named.
     *
     * @param names with commas between; null for what everybody may search for
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for a name of nothing
     */
    static Set<SearchType> of(String names) {
        if (names == null) {
            return EnumSet.of(STORY, CLAIM);
        }
        Set<SearchType> named = EnumSet.noneOf(SearchType.class);
        Arrays.stream(names.split(","))
                .map(name -> QueryParameters.constant(PARAMETER, name.strip(), SearchType.class))
                .forEach(named::add);
        if (named.isEmpty()) {
            throw QueryParameters.invalid(PARAMETER, "One of [story, claim, party], or several with commas between.");
        }
        return Collections.unmodifiableSet(named);
    }

    /** Its member in the answer. */
    String member() {
        return member;
    }

    /**
     * Path and query of the service's own list.
     *
     * @param asked with the words as {@code q}, and the language
     */
    String target(RawQuery asked) {
        RawQuery own = this == PARTY ? asked.renamed("q", words).without(Set.of("language")) : asked;
        return path + "?" + own.with("facets", facets).text();
    }
}

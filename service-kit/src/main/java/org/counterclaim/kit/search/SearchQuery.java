package org.counterclaim.kit.search;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.or;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/**
 * What somebody searches for: words that are all there in some form, phrases in quotation marks, neither of those with a minus
 * sign before them. A text matches if it does by the rules of its own language: without a language the query is read by those of
 * each, and a word that says nothing in one of them is not asked for there.
 */
public final class SearchQuery {

    private static final Bson NOTHING = in("_id", List.of());

    private final String member;
    private final List<SearchClause> clauses;

    private SearchQuery(String member, List<SearchClause> clauses) {
        this.member = member;
        this.clauses = clauses;
    }

    /**
     * What holds for the documents that match.
     *
     * @param member stored name of what {@link SearchText} has made
     * @param q as it came
     * @param language tag (BCP 47) of the only language whose texts may match; null for all
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is too long to be a query
     */
    public static Bson filter(String member, String q, String language) {
        SearchQuery query = new SearchQuery(member, SearchClause.parse(q));
        return query.filter(language == null ? Stream.of(TextLanguage.values()) : Stream.of(TextLanguage.of(language)));
    }

    private Bson filter(Stream<TextLanguage> languages) {
        Map<List<Integer>, List<SearchReading>> byShape = languages
                .map(language -> SearchReading.of(language, clauses))
                .filter(SearchReading::canMatch)
                .collect(Collectors.groupingBy(SearchReading::shape, LinkedHashMap::new, Collectors.toList()));
        List<Bson> any = byShape.values().stream().map(this::filter).toList();
        return switch (any.size()) {
            case 0 -> NOTHING;
            case 1 -> any.get(0);
            default -> or(any);
        };
    }

    /** Readings of one shape in one filter: so few lists of terms are all that an index has to look at. */
    private Bson filter(List<SearchReading> readings) {
        List<Bson> all = new ArrayList<>();
        if (!readings.get(0).demandsWords()) {
            all.add(in(
                    terms(),
                    readings.stream().map(reading -> reading.language().mark()).toList()));
        }
        for (int clause = 0; clause < clauses.size(); clause++) {
            switch (readings.get(0).shape().get(clause)) {
                case 0 -> {}
                case 1 -> all.add(word(readings, clause));
                default -> all.addAll(phrase(readings, clause));
            }
        }
        return and(all);
    }

    private Bson word(List<SearchReading> readings, int clause) {
        List<String> first = firstTerms(readings, clause);
        return clauses.get(clause).excluded() ? nin(terms(), first) : in(terms(), first);
    }

    private List<Bson> phrase(List<SearchReading> readings, int clause) {
        List<Bson> one = readings.stream()
                .map(reading -> reading.hasPhrase(member, clause))
                .toList();
        return clauses.get(clause).excluded()
                ? List.of(nor(one))
                : List.of(in(terms(), firstTerms(readings, clause)), or(one));
    }

    private static List<String> firstTerms(List<SearchReading> readings, int clause) {
        return readings.stream().flatMap(reading -> reading.firstTerms(clause)).toList();
    }

    private String terms() {
        return member + "." + SearchText.TERMS;
    }
}

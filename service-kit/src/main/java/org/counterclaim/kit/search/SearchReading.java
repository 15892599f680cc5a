package org.counterclaim.kit.search;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/**
 * A query as one language understands it.
 *
 * @param phrases what each clause asks for, place by place; a word is a phrase of one place, one that says nothing has none
 */
record SearchReading(TextLanguage language, List<SearchClause> clauses, List<List<List<String>>> phrases) {

    static SearchReading of(TextLanguage language, List<SearchClause> clauses) {
        return new SearchReading(
                language,
                clauses,
                clauses.stream()
                        .map(clause -> trimmed(language.places(clause.text())))
                        .toList());
    }

    /** What says nothing at the ends of a phrase is no part of it. */
    private static List<List<String>> trimmed(List<List<String>> places) {
        List<List<String>> phrase = new ArrayList<>(places);
        while (!phrase.isEmpty() && phrase.get(0).isEmpty()) {
            phrase.remove(0);
        }
        while (!phrase.isEmpty() && phrase.get(phrase.size() - 1).isEmpty()) {
            phrase.remove(phrase.size() - 1);
        }
        return phrase;
    }

    /** Whether anything can match: of the words that must be there one at least says something. */
    boolean canMatch() {
        return !clauses.isEmpty() && (clauses.stream().allMatch(SearchClause::excluded) || demandsWords());
    }

    /** Whether a word must be there. */
    boolean demandsWords() {
        return IntStream.range(0, clauses.size()).anyMatch(i -> !clauses.get(i).excluded() && sizeOf(i) > 0);
    }

    /** Nothing, a word or a phrase, for each clause: readings of one shape can be asked for together. */
    List<Integer> shape() {
        return IntStream.range(0, clauses.size())
                .mapToObj(i -> Math.min(2, sizeOf(i)))
                .toList();
    }

    private int sizeOf(int clause) {
        return phrases.get(clause).size();
    }

    /** The terms of which a text has one that has the clause's first word. */
    Stream<String> firstTerms(int clause) {
        return terms(phrases.get(clause).get(0));
    }

    /** What holds for texts with this phrase. */
    Bson hasPhrase(String member, int clause) {
        List<List<String>> phrase = phrases.get(clause);
        Stream<Bson> words = phrase.stream()
                .filter(place -> !place.isEmpty())
                .map(place -> in(member + "." + SearchText.TERMS, terms(place).toList()));
        Bson order = regex(member + "." + SearchText.WORDS, Pattern.quote(SearchText.inOrder(phrase)));
        return and(Stream.concat(words, Stream.of(order)).toList());
    }

    private Stream<String> terms(List<String> place) {
        return place.stream().map(language::term);
    }
}

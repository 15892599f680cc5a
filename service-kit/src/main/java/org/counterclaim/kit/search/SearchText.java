package org.counterclaim.kit.search;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * What a text is found by, in words that any store can compare: the same everywhere, whatever it knows of languages. The terms go
 * into a multikey index; the words in their order tell whether a phrase is there, of those that have its terms.
 */
public final class SearchText {

    /** Stored name of the terms. */
    static final String TERMS = "terms";

    /** Stored name of the words in their order. */
    static final String WORDS = "words";

    /** No analyzer makes these two of a text: a word that says nothing, and the end of one of several texts. */
    private static final String NOTHING = "*";

    private static final String END = "\n";

    private SearchText() {}

    /**
     * The members that a document needs.
     *
     * @param language tag (BCP 47) of the language that the texts are in
     * @param texts no phrase reaches from one into the next
     */
    public static BsonDocument of(String language, Stream<String> texts) {
        TextLanguage known = TextLanguage.of(language);
        List<List<List<String>>> read = texts.map(known::places).toList();
        TreeSet<String> terms = read.stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .map(known::term)
                .collect(Collectors.toCollection(TreeSet::new));
        terms.add(known.mark());
        String words = read.stream().map(SearchText::inOrder).collect(Collectors.joining(END));
        return new BsonDocument(
                        TERMS, new BsonArray(terms.stream().map(BsonString::new).toList()))
                .append(WORDS, new BsonString(words));
    }

    /** The words of a text that say something, each in the form that it is found by. */
    public static Set<String> wordsOf(String language, String text) {
        return TextLanguage.of(language).places(text).stream()
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    /** The words with a space before, between and after them. */
    static String inOrder(List<List<String>> places) {
        return places.stream()
                .map(place -> place.isEmpty() ? NOTHING : place.get(0))
                .collect(Collectors.joining(" ", " ", " "));
    }
}

package org.counterclaim.proposal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.counterclaim.attribution.Countries;

/** What a statement is about: its words without their endings, weighed by how rare they are in the story. */
final class Terms {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]{2,}");
    private static final Set<String> EMPTY = Set.of(
            "the", "that", "this", "these", "those", "and", "but", "for", "with", "from", "into", "was", "were", "are",
            "has", "have", "had", "having", "not", "his", "her", "its", "their", "our", "who", "which", "what", "there",
            "they", "them", "been", "being", "will", "would", "could", "should", "may", "might", "any", "all", "some",
            "more", "than", "also", "about", "after", "before", "said", "says", "is", "he", "she", "it", "we", "you",
            "in", "on", "at", "of", "to", "as", "by", "or", "an", "be", "do", "did", "does", "no", "if", "so");
    private static final Countries COUNTRIES = Countries.bundled();
    private static final Alike ALIKE = Alike.bundled();

    private final List<Set<String>> all;
    private final Map<String, Integer> spread = new HashMap<>();

    Terms(List<String> statements) {
        this.all = statements.stream().map(Terms::of).toList();
        all.forEach(terms -> terms.forEach(term -> spread.merge(term, 1, Integer::sum)));
    }

    static Set<String> of(String statement) {
        Set<String> terms = new HashSet<>();
        Matcher words = WORD.matcher(statement);
        while (words.find()) {
            String word = words.group();
            String lower = word.toLowerCase(Locale.ROOT);
            if (!EMPTY.contains(lower)) {
                terms.add(term(word));
            }
        }
        return terms;
    }

    /** The state for its capital and its people; else one word for all that mean the same. */
    static String term(String word) {
        String state = COUNTRIES.state(word);
        return state != null ? state : ALIKE.of(word);
    }

    int count(int statement) {
        return all.get(statement).size();
    }

    /** How much of what one statement is about the other one is about too, from 0 to 1. */
    double likeness(int one, int other) {
        double shared = 0;
        for (String term : all.get(one)) {
            shared += all.get(other).contains(term) ? weight(term) : 0;
        }
        double size = Math.sqrt(weight(all.get(one)) * weight(all.get(other)));
        return size == 0 ? 0 : shared / size;
    }

    /** How much of what the first is about the second speaks of, however much more it says; from 0 to 1. */
    double covered(int one, int by) {
        double all = weight(this.all.get(one));
        double shared = this.all.get(one).stream()
                .filter(this.all.get(by)::contains)
                .mapToDouble(this::weight)
                .sum();
        return all == 0 ? 0 : shared / all;
    }

    /** Whether a statement speaks of any of these. */
    boolean mentions(int statement, Set<String> terms) {
        return terms.stream().anyMatch(all.get(statement)::contains);
    }

    private double weight(Set<String> terms) {
        return terms.stream().mapToDouble(this::weight).sum();
    }

    private double weight(String term) {
        return Math.log(1 + (double) all.size() / spread.getOrDefault(term, 1));
    }
}

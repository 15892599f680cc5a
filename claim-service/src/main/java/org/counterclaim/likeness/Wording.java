package org.counterclaim.likeness;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.kit.search.SearchText;

/**
 * What a claim's words say, as far as two claims can be compared by it.
 *
 * @param language primary subtag; {@code und} if it is not known
 * @param terms its words, without numbers, as its language looks for them; of languages without spaces, pairs of characters
 * @param names those of the terms that stand with a capital letter
 * @param letters of languages without spaces, its characters; otherwise none
 * @param numbers its numbers
 * @param negated whether it says no
 * @param searched its longest terms, which are mostly the rarest, as the store has them
 */
public record Wording(
        String language,
        Set<String> terms,
        Set<String> names,
        Set<String> letters,
        Set<String> numbers,
        boolean negated,
        Set<String> searched) {

    private static final int SEARCHED = 12;

    private static final Set<String> WITHOUT_SPACES = Set.of("zh", "ja", "ko");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+([.,'\u00A0\u202F ]\\p{Nd}{3})*([.,]\\p{Nd}+)?");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’]*(-\\p{L}[\\p{L}\\p{M}'’]*)*");

    /** The wording of a text in a language (BCP 47). */
    public static Wording of(String text, String language) {
        String primary = language.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return new Wording(
                primary,
                terms(text, language).collect(Collectors.toCollection(TreeSet::new)),
                names(text, language),
                WITHOUT_SPACES.contains(primary) ? letters(text) : Set.of(),
                numbers(text),
                Negation.isIn(text, primary),
                stored(text, language)
                        .sorted(Comparator.comparing(String::length)
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()))
                        .limit(SEARCHED)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    boolean isComparableWith(Wording other) {
        return language.equals(other.language) || language.equals("und") || other.language.equals("und");
    }

    boolean isWrittenWithoutSpaces() {
        return WITHOUT_SPACES.contains(language);
    }

    /** The terms without the language that stands before each in the store. */
    private static Stream<String> terms(String text, String language) {
        return stored(text, language)
                .map(Wording::word)
                .filter(term -> term.codePoints().anyMatch(Character::isLetter));
    }

    /** The terms that stand for words; one stands for the language itself. */
    private static Stream<String> stored(String text, String language) {
        return SearchText.of(language, Stream.of(text)).getArray("terms").stream()
                .map(term -> term.asString().getValue())
                .filter(term -> !word(term).isEmpty());
    }

    private static String word(String stored) {
        return stored.substring(stored.indexOf(' ') + 1);
    }

    private static Set<String> names(String text, String language) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> Character.isUpperCase(word.codePointAt(0)))
                .flatMap(word -> terms(word, language))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> letters(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** However they are grouped: 1,000 is 1.000 and 1 000. */
    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Wording::plain)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String plain(String number) {
        String whole =
                number.replaceAll("[.,'\u00A0\u202F ](?=\\p{Nd}{3}(\\D|$))", "").replace(',', '.');
        String digits = whole.codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Arrays.asList(digits.split("\\.")).size() == 2 ? digits.replaceFirst("\\.?0+$", "") : digits;
    }
}

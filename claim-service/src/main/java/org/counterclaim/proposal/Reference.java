package org.counterclaim.proposal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a denial points at what it denies.
 *
 * @param bare whether it only points (<i>the claims</i>, <i>her account</i>, <i>it</i>), and does not say again what was said
 * @param by what it points with
 * @param person whether it means a person: <i>contradicted her</i>
 * @param indefinite whether it says itself what nobody need have said: <i>a rumour that …</i>
 * @param words what it says, to be compared with names and verbs
 */
record Reference(boolean bare, Set<Pointer> by, boolean person, boolean indefinite, Set<String> words) {

    private static final int STEM = 4;
    private static final Set<String> PEOPLE = Set.of("her", "him");

    /** What it is called: <i>his statement</i> as <i>…</i>, <i>the report</i> “<i>…</i>”. */
    private static final Pattern LABEL = Pattern.compile("(?<=.{2})(?: as |[\"“‘]).*", Pattern.DOTALL);

    private static final Pattern SUBJECT = Pattern.compile(
            "^(?:that |[\"“'‘])*(?:this|that|it|these|those|they)(?:['’]s| is| are| was| were)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern INDEFINITE = Pattern.compile(
            "(?i)^(?:an? |any |some )?(?:media )?(?:reports?|rumou?rs?|claims?|suggestions?|allegations?|accusations?"
                    + "|speculation|notion|idea)\\b.*\\b(?:that|of|about)\\b");

    /**
     * What a denial says.
     *
     * @param names words of the names of all who speak, which say nothing of what was said
     */
    static Reference of(String content, Set<String> names) {
        String object = LABEL.matcher(content).replaceFirst("");
        List<String> all = plain(content);
        List<String> words = plain(object);
        boolean calledFalse = SUBJECT.matcher(content).matches() && all.stream().anyMatch(Pointer.FALSE::has);
        boolean liar =
                all.stream().anyMatch(Pointer.LIAR::has) && words.stream().anyMatch(word -> isName(word, names));
        boolean points = words.stream().allMatch(word -> Pointer.points(word) || isName(word, names));
        Set<Pointer> by = EnumSet.noneOf(Pointer.class);
        for (Pointer pointer : Pointer.values()) {
            if (words.stream().anyMatch(pointer::has)) {
                by.add(pointer);
            }
        }
        boolean person = words.size() == 1 && PEOPLE.contains(words.get(0));
        boolean indefinite =
                object.equals(content) && INDEFINITE.matcher(content).find();
        return new Reference(points || calledFalse || liar, by, person, indefinite, Terms.of(object));
    }

    private static boolean isName(String word, Set<String> names) {
        return names.contains(Terms.term(word));
    }

    boolean points(Pointer pointer) {
        return by.contains(pointer);
    }

    /** Whether it calls by its noun what was said with that verb: <i>the suggestion</i>, <i>suggested</i>. */
    boolean calls(String cue) {
        return Terms.of(cue).stream().anyMatch(verb -> words.stream().anyMatch(noun -> isOneWord(verb, noun)));
    }

    private static boolean isOneWord(String verb, String noun) {
        int length = Math.min(STEM, Math.min(verb.length(), noun.length()));
        return length > 2 && verb.regionMatches(0, noun, 0, length);
    }

    /** Whether it names somebody who is called so. */
    boolean names(Set<String> name) {
        return name.stream().anyMatch(words::contains);
    }

    private static List<String> plain(String content) {
        return Arrays.stream(content.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}

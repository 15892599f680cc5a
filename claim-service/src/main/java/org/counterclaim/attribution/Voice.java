package org.counterclaim.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Somebody of whom a text speaks, as far as it has been read: the names so far, and what they show. */
final class Voice {

    final List<Span> mentions = new ArrayList<>();
    final Speaker.Kind kind;
    String name;
    String title;
    String memberOf;
    Gender gender = Gender.UNKNOWN;
    private final TreeSet<Integer> seen = new TreeSet<>();

    /** What a title or a pronoun says. */
    enum Gender {
        MALE,
        FEMALE,
        UNKNOWN;

        boolean fits(Gender other) {
            return this == UNKNOWN || other == UNKNOWN || this == other;
        }
    }

    Voice(String name, Speaker.Kind kind, int at) {
        this.name = name;
        this.kind = kind;
        seen.add(at);
    }

    void seenAt(int offset) {
        seen.add(offset);
    }

    /** Where it was spoken of last before this offset; -1 if it was not. */
    int lastBefore(int offset) {
        Integer last = seen.lower(offset);
        return last == null ? -1 : last;
    }

    /** The last of its names: what people are called by the second time. */
    String surname() {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    String firstName() {
        return name.indexOf(' ') < 0 ? "" : name.substring(0, name.indexOf(' '));
    }

    boolean isPerson() {
        return kind == Speaker.Kind.PERSON;
    }

    /** Whether the same person can bear this name: no other first name, no other gender. */
    boolean canBe(String other, Gender otherGender) {
        String first = other.indexOf(' ') < 0 ? "" : other.substring(0, other.indexOf(' '));
        boolean sameFirst =
                first.isEmpty() || firstName().isEmpty() || isShort(first, firstName()) || isShort(firstName(), first);
        String surname = other.substring(other.lastIndexOf(' ') + 1);
        return isPerson() && surname.equalsIgnoreCase(surname()) && sameFirst && gender.fits(otherGender);
    }

    /** <i>the mission</i> can be <i>the aid mission</i>, <i>the company</i> any that has a name. */
    boolean canBeCalled(String phrase, boolean definite) {
        if (name.replaceAll("^(?:The|the) ", "").equalsIgnoreCase(phrase)) {
            return true;
        }
        boolean described = !isPerson() || name.matches("(?i)(?:an?|one|the|his|her|its) .*");
        boolean ends = described && name.toLowerCase(Locale.ROOT).endsWith(" " + phrase.toLowerCase(Locale.ROOT));
        boolean firm =
                kind == Speaker.Kind.ORGANIZATION && phrase.matches("company|firm") && name.matches("\\p{Lu}\\S+");
        return definite && phrase.indexOf(' ') < 0 && (ends || firm);
    }

    /** Whether this pronoun can mean it. */
    boolean canBeMeantBy(String pronoun, Gender pronounGender) {
        if (pronoun.matches("they|their|them|we|our|us")) {
            return !isPerson();
        }
        return pronoun.matches("it|its|which")
                ? !isPerson() && kind != Speaker.Kind.GROUP
                : isPerson() && gender.fits(pronounGender);
    }

    private static boolean isShort(String initial, String first) {
        return first.startsWith(initial.endsWith(".") ? initial.substring(0, initial.length() - 1) : initial);
    }

    /** The meaning of its key: readable, and the same for the same name. */
    String key() {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "_").replaceAll("^_|_$", "");
    }
}

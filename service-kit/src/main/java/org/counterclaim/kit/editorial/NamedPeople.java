package org.counterclaim.kit.editorial;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** People in an English text who cannot choose to be named: those who are held, with what identifies them, and children. */
public final class NamedPeople {

    private static final String NAME =
            "(?<![\\p{L}'’-])\\p{Lu}[\\p{L}'’-]{1,30}(?: (?:(?:al|bin|bint|da|de|del|der|di|el|la|van|von) )?\\p{Lu}[\\p{L}'’-]{1,30}){1,3}";

    private static final String BIRTH =
            "(?:, (?:who was )?born (?:in|on) [\\p{L}\\d ]{2,20}|,? \\(?(?:aged |born )?\\d{1,4}\\b\\)?"
                    + "|, (?:aged )?\\d{1,3}\\b|,? (?:passport|identity card|ID)(?: number| no\\.?| \\d))";

    private static final String YOUNG =
            "(?:\\d|1[0-7]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
                    + "|fifteen|sixteen|seventeen)";

    private static final Pattern HELD = Pattern.compile(
            "(?i)\\b(?:prisoners?|captives?|captured|detainees?|detained|in custody|PoWs?|hostages?|inmates?|arrested|jailed|imprisoned)\\b");

    private static final Pattern IDENTIFIED = Pattern.compile(NAME + BIRTH);

    private static final Pattern HELD_BY_NAME =
            Pattern.compile("\\b(?i:prisoners?(?: of war)?|captives?|detainees?|PoWs?|inmates?) (" + NAME + ")");

    private static final Pattern CHILD =
            Pattern.compile("\\b" + YOUNG + "-year-old (?:(?:boy|girl|pupil|student|schoolboy|schoolgirl),? )?" + NAME
                    + "|\\b(?:schoolboy|schoolgirl|pupil|toddler|baby|infant) " + NAME
                    + "|" + NAME
                    + ", (?:aged )?(?:\\d|1[0-7])(?=[,.;)]| )(?! (?:percent|per|million|years? (?:in|ago|of|after)))");

    private NamedPeople() {}

    /** Where in a text somebody is named, in UTF-16 units. */
    public record Named(int start, int end) {}

    /** Those who are held, in a sentence that says so. */
    public static Stream<Named> held(String sentence) {
        return HELD.matcher(sentence).find()
                ? Stream.concat(found(IDENTIFIED, sentence, 0), found(HELD_BY_NAME, sentence, 1))
                : Stream.of();
    }

    public static Stream<Named> children(String text) {
        return found(CHILD, text, 0);
    }

    private static Stream<Named> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text).results().map(match -> named(match, group));
    }

    private static Named named(MatchResult match, int group) {
        return new Named(match.start(group), match.end(group));
    }
}

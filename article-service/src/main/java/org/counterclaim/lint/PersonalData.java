package org.counterclaim.lint;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Flag;
import org.counterclaim.lint.Passage.Stretch;

/** People who cannot choose to be named, by name: those who are held, with what identifies them, and children. */
final class PersonalData implements Rule {

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

    @Override
    public Stream<Flag> flags(Story story) {
        return story.isRead() ? story.body().flatMap(PersonalData::flags) : Stream.of();
    }

    private static Stream<Flag> flags(Passage passage) {
        return Stream.concat(
                passage.sentences().stream().flatMap(sentence -> held(passage, sentence)), children(passage));
    }

    private static Stream<Flag> held(Passage passage, Stretch sentence) {
        String words = passage.words(sentence);
        if (!HELD.matcher(words).find()) {
            return Stream.of();
        }
        Stream<Stretch> identified = found(IDENTIFIED, words, 0, sentence);
        Stream<Stretch> named = found(HELD_BY_NAME, words, 1, sentence);
        return Stream.concat(identified, named)
                .map(person -> passage.flag(
                        "personal_data",
                        person,
                        "\"" + passage.words(person)
                                + "\" identifies somebody who is held: is the name needed, and is it safe for them?"));
    }

    private static Stream<Stretch> found(Pattern pattern, String words, int group, Stretch sentence) {
        return pattern.matcher(words)
                .results()
                .map(match -> new Stretch(sentence.start() + match.start(group), sentence.start() + match.end(group)));
    }

    private static Stream<Flag> children(Passage passage) {
        return CHILD.matcher(passage.text())
                .results()
                .map(Stretch::of)
                .map(child -> passage.flag(
                        "personal_data",
                        child,
                        "\"" + passage.words(child)
                                + "\" identifies a child: is the name needed, and did the parents agree?"));
    }
}

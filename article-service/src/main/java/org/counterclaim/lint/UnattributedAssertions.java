package org.counterclaim.lint;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Flag;

/**
 * A paragraph in which nobody speaks and nothing is cited, and which yet says to what degree something is so, or what somebody is
 * about: that is an assertion of the newsroom's own. What happened (a past tense without a judgement) is what reporters are there for.
 */
final class UnattributedAssertions implements Rule {

    private static final Pattern DEGREE = Pattern.compile(
            "(?i)\\b(?:heavily|increasingly|largely|widely|significantly|dramatically|deeply|massively|drastically|overwhelmingly|undoubtedly"
                    + "|clearly|obviously|essentially|systematically|routinely|deliberately|blatantly|steadily|considerably)\\b");

    private static final Pattern CONDUCT = Pattern.compile(
            "(?i)\\b(?:is|are|has been|have been) (?:\\w+ly )?(?:using|working to|pushing|seeking|planning|preparing|trying|attempting|banking|relying"
                    + "|supplying|funding|arming|hiding|blocking|exploiting|ignoring|losing|failing|courting|pressuring|undermining)\\b");

    @Override
    public Stream<Flag> flags(Story story) {
        return story.isRead()
                ? story.body()
                        .filter(passage -> passage.quotations().isEmpty() && !Cues.attribute(passage.text()))
                        .flatMap(UnattributedAssertions::flags)
                : Stream.of();
    }

    private static Stream<Flag> flags(Passage passage) {
        return passage.sentences().stream()
                .filter(sentence -> isAssertion(passage.words(sentence)))
                .map(sentence -> passage.flag(
                        "unattributed_assertion",
                        sentence,
                        "Who says so? Nobody is named for \"" + passage.words(sentence) + "\""));
    }

    private static boolean isAssertion(String sentence) {
        return !sentence.endsWith("?")
                && (DEGREE.matcher(sentence).find() || CONDUCT.matcher(sentence).find());
    }
}

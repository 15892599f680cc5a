package org.counterclaim.proposal;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.counterclaim.attribution.Attribution;
import org.counterclaim.attribution.Passage;

/** Words an attribution's content as a claim: without conjunction and quotation marks, as a sentence. */
final class Propositions {

    private static final int LONGEST = 400;
    private static final Pattern OPENING = Pattern.compile("^(?:that|whether|as) +");
    private static final Pattern MARKS = Pattern.compile("[\"“”]|''|``|^['‘]|['’]$");

    private Propositions() {}

    static String content(Attribution attribution) {
        return attribution.content().stream().map(Passage::exact).collect(Collectors.joining(" "));
    }

    /** What is said; where that is no statement, that the speaker says it: <i>The mayor called for an inquiry</i>. */
    static String of(Attribution attribution, String speaker) {
        String said = MARKS.matcher(content(attribution))
                .replaceAll("")
                .replaceAll("\\s+", " ")
                .strip();
        boolean whole = attribution.statement() || speaker == null;
        said = whole
                ? OPENING.matcher(said).replaceFirst("")
                : speaker + " " + attribution.cue().exact() + " " + said;
        return sentence(said.length() > LONGEST ? firstSentence(said) : said);
    }

    private static String sentence(String words) {
        String said = words.replaceAll("[,;:—-]+$", "").strip();
        if (said.isEmpty()) {
            return said;
        }
        int first = said.offsetByCodePoints(0, 1);
        String sentence = said.substring(0, first).toUpperCase(Locale.ROOT) + said.substring(first);
        return ".!?…".indexOf(said.charAt(said.length() - 1)) >= 0 ? sentence : sentence + ".";
    }

    private static String firstSentence(String said) {
        int end = said.indexOf(". ");
        String first = end > 20 ? said.substring(0, end + 1) : said;
        return first.length() <= 2000 ? first : first.substring(0, first.offsetByCodePoints(0, 1000));
    }
}

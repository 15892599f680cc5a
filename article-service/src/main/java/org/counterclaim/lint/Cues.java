package org.counterclaim.lint;

import java.util.regex.Pattern;

/** English words that tell whose an assertion is, and how sure. */
final class Cues {

    private static final Pattern ATTRIBUTION = Pattern.compile(
            "(?i)\\b(?:according to|citing|quoted|(?:says?|said|saying|tells?|told|stat(?:ed|ing)|(?-i:states)|not(?:es|ed|ing)|add(?:ed|ing)"
                    + "|announc(?:e[sd]?|ing)|report(?:s|ed|ing)?|claim(?:s|ed|ing)|assert(?:s|ed|ing)?|alleg(?:e[sd]?|ing)|argu(?:e[sd]?|ing)"
                    + "|insist(?:s|ed|ing)?|warn(?:s|ed|ing)?|confirm(?:s|ed|ing)?|den(?:y|ies|ied|ying)|explain(?:s|ed|ing)?"
                    + "|emphasi[sz](?:e[sd]?|ing)|stress(?:es|ed|ing)|suggest(?:s|ed|ing)?|disclos(?:e[sd]?|ing)|reveal(?:s|ed|ing)?"
                    + "|accus(?:e[sd]?|ing)|acknowledg(?:e[sd]?|ing)|admit(?:s|ted|ting)?|testif(?:y|ies|ied)|wrote|writes|posted|tweeted"
                    + "|clarif(?:y|ies|ied)|express(?:es|ed|ing)|identif(?:y|ies|ied)|describ(?:e[sd]?|ing)|conclud(?:e[sd]?|ing)"
                    + "|estimat(?:e[sd]?|ing)|predict(?:s|ed|ing)?|found|show(?:s|ed)|believ(?:e[sd]?|ing)|suspect(?:s|ed)?|pledg(?:e[sd]?|ing)"
                    + "|promis(?:e[sd]?|ing)|ruled|calls?|called|urg(?:e[sd]?|ing)|vow(?:s|ed|ing)?|expects?|expected)"
                    + "|(?:study|survey|poll|statement|records|documents|figures|data|witness(?:es)?|footage|court|spokes(?:man|woman|person)))\\b");

    /** "May" is a month. */
    private static final Pattern HEDGE = Pattern.compile(
            "(?:(?i:\\b(?:reportedly|allegedly|apparently|purportedly|supposedly|possibly|perhaps|probably|likely|might|could"
                    + "|suspected|suspects?|unconfirmed|unverified|alleged|alleges?|claims?|claimed"
                    + "|(?:is|are|was|were) (?:believed|thought|said|understood|feared) to|believed to|thought to|said to"
                    + "|appear(?:s|ed)? to|seem(?:s|ed)? to)\\b)|\\bmay\\b)");

    /** In a headline it begins with a capital letter as well; a month has another word before it or a number behind. */
    private static final Pattern TITLE_MAY = Pattern.compile(
            "(?<!\\b(?:[Ii]n|[Oo]f|[Oo]n|[Bb]y|[Ss]ince|[Uu]ntil|[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Ll]ate) )\\bMay\\b(?= \\p{Lu})");

    private Cues() {}

    /** Whether words say whose they are. */
    static boolean attribute(String words) {
        return ATTRIBUTION.matcher(words).find();
    }

    /** Whether words leave it open if something is so. */
    static boolean hedge(String words) {
        return HEDGE.matcher(words).find();
    }

    /** Whether a headline leaves it open if something is so. */
    static boolean hedgeTitle(String headline) {
        return hedge(headline) || TITLE_MAY.matcher(headline).find();
    }
}

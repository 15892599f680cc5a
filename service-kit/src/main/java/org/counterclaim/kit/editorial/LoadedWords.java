package org.counterclaim.kit.editorial;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words that judge where they seem to describe. */
public final class LoadedWords {

    /** Those of English, as a regular expression. */
    public static final String ENGLISH =
            "alarming|shocking|outrageous|horrific|horrifying|disgraceful|so-called|notorious|infamous|brazen|blatant|draconian"
                    + "|heroic|cowardly|evil|barbaric|sinister|chilling|terrifying|appalling|despicable|shameful|bogus|thugs?";

    private static final Pattern WORD = Pattern.compile("(?i)\\b(?:" + ENGLISH + ")\\b");

    private LoadedWords() {}

    /** The first of them in an English text. */
    public static Optional<String> firstIn(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).findFirst();
    }
}

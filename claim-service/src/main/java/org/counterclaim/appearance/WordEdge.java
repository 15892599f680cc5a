package org.counterclaim.appearance;

/** Tells whether a cut would go through a word, a number or a letter: "155" is not what "1550", "155,000" or "15.5" says. */
final class WordEdge {

    private static final String WITHIN_NUMBERS = ".,'\u2019\u066B\u066C";

    private WordEdge() {}

    /** Whether a cut before the letter at this offset goes through something. */
    static boolean isInside(int[] letters, int at) {
        if (at <= 0 || at >= letters.length) {
            return false;
        }
        return goesOn(letters[at])
                || isOfWord(letters[at - 1]) && isOfWord(letters[at])
                || isOfNumber(letters, at)
                || isOfNumber(letters, at - 1);
    }

    private static boolean isOfWord(int letter) {
        return Character.isLetterOrDigit(letter) || isMark(letter);
    }

    /** Accents, joiners, variants and skin tones belong to what they come after. */
    private static boolean goesOn(int letter) {
        return isMark(letter) || letter == 0x200D || letter >= 0x1F3FB && letter <= 0x1F3FF;
    }

    private static boolean isMark(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** Whether the letter at this offset is what stands between two digits of one number. */
    private static boolean isOfNumber(int[] letters, int at) {
        return at > 0
                && at + 1 < letters.length
                && WITHIN_NUMBERS.indexOf(letters[at]) >= 0
                && Character.isDigit(letters[at - 1])
                && Character.isDigit(letters[at + 1]);
    }
}

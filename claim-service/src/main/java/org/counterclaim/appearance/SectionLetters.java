package org.counterclaim.appearance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A section's text as code points, to be searched. What a search takes grows with the text, never with its repetitions. */
record SectionLetters(String id, int[] letters) {

    static SectionLetters of(String id, String text) {
        return new SectionLetters(id, text.codePoints().toArray());
    }

    int length() {
        return letters.length;
    }

    /** Whether these words stand at this offset. */
    boolean says(int[] words, int at) {
        return at >= 0
                && at + words.length <= letters.length
                && Arrays.equals(letters, at, at + words.length, words, 0, words.length);
    }

    /** Where these words begin, the first so many times; nowhere for none (Knuth, Morris and Pratt). */
    List<Integer> find(int[] words, int limit) {
        List<Integer> found = new ArrayList<>();
        int[] border = borders(words);
        int matched = 0;
        for (int at = 0; at < letters.length && found.size() < limit && words.length > 0; at++) {
            matched = extended(words, border, matched, letters[at]);
            if (matched == words.length) {
                found.add(at + 1 - matched);
                matched = border[matched - 1];
            }
        }
        return found;
    }

    /** For each beginning of the words the length of its longest own beginning that is its end too. */
    private static int[] borders(int[] words) {
        int[] border = new int[words.length];
        for (int at = 1; at < words.length; at++) {
            border[at] = extended(words, border, border[at - 1], words[at]);
        }
        return border;
    }

    private static int extended(int[] words, int[] border, int matched, int letter) {
        int length = matched;
        while (length > 0 && words[length] != letter) {
            length = border[length - 1];
        }
        return words[length] == letter ? length + 1 : length;
    }
}

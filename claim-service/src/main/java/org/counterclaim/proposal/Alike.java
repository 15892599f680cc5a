package org.counterclaim.proposal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.stemmer.PorterStemmer;

/** One word for all that mean the same in news: <i>bombed</i> and <i>strike</i>. Others stand for themselves, without their ending. */
final class Alike {

    private final Map<String, String> stems = new HashMap<>();

    private Alike() {}

    static Alike bundled() {
        Alike alike = new Alike();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Alike.class.getResourceAsStream("alike.txt"), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(alike::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return alike;
    }

    private void add(String line) {
        String[] words = line.split(" ");
        for (String word : words) {
            stems.putIfAbsent(stem(word), words[0]);
        }
    }

    String of(String word) {
        String stem = stem(word.toLowerCase(Locale.ROOT));
        return stems.getOrDefault(stem, stem);
    }

    private static String stem(String word) {
        return Character.isDigit(word.charAt(0)) ? word : new PorterStemmer().stem(word);
    }
}

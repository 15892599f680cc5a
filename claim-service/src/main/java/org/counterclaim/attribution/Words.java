package org.counterclaim.attribution;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Groups of words that the rules speak of, read from a file, so that a rule says what it means and the file says with which words. */
final class Words {

    private final Map<String, Set<String>> groups = new HashMap<>();

    private Words(List<String> lines) {
        String group = null;
        for (String line : lines) {
            if (line.startsWith("[")) {
                group = line.substring(1, line.indexOf(']'));
                groups.putIfAbsent(group, new HashSet<>());
            } else {
                groups.get(group).addAll(List.of(line.split(" ")));
            }
        }
    }

    static Words bundled() {
        return new Words(lines("words.txt"));
    }

    /** The words of this group. */
    Set<String> group(String name) {
        Set<String> words = groups.get(name);
        if (words == null) {
            throw new IllegalArgumentException("There is no group of words called " + name + ".");
        }
        return words;
    }

    /** The lines of a file beside this class that say something. */
    static List<String> lines(String file) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Words.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

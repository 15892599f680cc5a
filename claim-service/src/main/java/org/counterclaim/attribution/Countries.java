package org.counterclaim.attribution;

import java.util.HashMap;
import java.util.Map;

/** States under the names that news stories give them: their own, their adjectives, their capitals. */
public final class Countries {

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> adjectives = new HashMap<>();

    public static Countries bundled() {
        Countries countries = new Countries();
        for (String line : Words.lines("countries.txt")) {
            String[] parts = line.split(" : ");
            countries.names.put(parts[0], parts[0]);
            for (String adjective : parts[1].split(",")) {
                countries.adjectives.put(adjective, parts[0]);
            }
            for (String seat : parts[2].split(",")) {
                countries.names.put(seat, parts[0]);
            }
        }
        return countries;
    }

    /** The state that a word is a name or an adjective of, null if of none. */
    public String state(String word) {
        return names.getOrDefault(word, adjectives.get(word));
    }

    /** The state that this name stands for, null if for none. */
    String named(String name) {
        return names.get(name.startsWith("the ") || name.startsWith("The ") ? name.substring(4) : name);
    }

    /** The state that a phrase begins with the adjective of, null if with none. */
    String ofAdjective(String phrase) {
        for (Map.Entry<String, String> entry : adjectives.entrySet()) {
            if (phrase.startsWith(entry.getKey() + " ")
                    || phrase.startsWith("the " + entry.getKey() + " ")
                    || phrase.startsWith("The " + entry.getKey() + " ")) {
                return entry.getValue();
            }
        }
        return null;
    }
}

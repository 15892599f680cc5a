package org.counterclaim.attribution;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The verbs that attribute, under every form that they take. */
final class Verbs {

    private static final Set<String> DOUBLED =
            Set.of("slam", "plan", "admit", "quip", "beg", "brag", "rebut", "regret", "dub", "snap", "refer");

    private final Map<String, String> lemmas = new HashMap<>();
    private final Map<String, Set<String>> abilities = new HashMap<>();

    private Verbs(List<String> lines) {
        for (String line : lines) {
            String[] parts = line.split(" : ");
            String[] forms = parts[0].split(",");
            abilities.computeIfAbsent(forms[0], none -> new HashSet<>()).addAll(List.of(parts[1].split(" ")));
            inflect(forms);
        }
    }

    static Verbs bundled() {
        return new Verbs(Words.lines("verbs.txt"));
    }

    /** The verb of this form, null if it is none of ours. */
    String lemma(String form) {
        return lemmas.get(form.toLowerCase(Locale.ROOT));
    }

    /** Whether this verb can do that; see the head of the file. */
    boolean can(String lemma, String ability) {
        return abilities.getOrDefault(lemma, Set.of()).contains(ability);
    }

    private void inflect(String[] forms) {
        String verb = forms[0];
        lemmas.put(verb, verb);
        lemmas.put(third(verb), verb);
        lemmas.put(gerund(verb), verb);
        if (forms.length == 1) {
            lemmas.putIfAbsent(past(verb), verb);
        }
        if (verb.endsWith("el") || verb.endsWith("al")) {
            // as the British write it: labelled, signalling
            lemmas.putIfAbsent(verb + "led", verb);
            lemmas.putIfAbsent(verb + "ling", verb);
        }
        for (int i = 1; i < forms.length; i++) {
            lemmas.putIfAbsent(forms[i], verb);
        }
    }

    private static String third(String verb) {
        if (endsWithConsonantY(verb)) {
            return stem(verb, 1) + "ies";
        }
        boolean hisses = verb.endsWith("s") || verb.endsWith("sh") || verb.endsWith("ch") || verb.endsWith("x");
        return verb + (hisses || verb.equals("go") ? "es" : "s");
    }

    private static String past(String verb) {
        if (endsWithConsonantY(verb)) {
            return stem(verb, 1) + "ied";
        }
        return verb.endsWith("e") ? verb + "d" : doubled(verb) + "ed";
    }

    private static String gerund(String verb) {
        if (verb.endsWith("e") && !verb.endsWith("ee") && !verb.endsWith("oe")) {
            return stem(verb, 1) + "ing";
        }
        return doubled(verb) + "ing";
    }

    private static String doubled(String verb) {
        return DOUBLED.contains(verb) ? verb + verb.charAt(verb.length() - 1) : verb;
    }

    private static String stem(String verb, int cut) {
        return verb.substring(0, verb.length() - cut);
    }

    private static boolean endsWithConsonantY(String verb) {
        return verb.endsWith("y") && "aeiou".indexOf(verb.charAt(verb.length() - 2)) < 0;
    }
}

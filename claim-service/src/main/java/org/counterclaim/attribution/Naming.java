package org.counterclaim.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the words that name somebody: the name without titles, the title, and what sort of somebody it is. */
final class Naming {

    private final Lexicon lexicon;
    private final Countries countries;
    private final List<Token> tokens;

    Naming(Lexicon lexicon, Countries countries, List<Token> tokens) {
        this.lexicon = lexicon;
        this.countries = countries;
        this.tokens = withoutGenitive(tokens);
    }

    private static List<Token> withoutGenitive(List<Token> tokens) {
        int last = tokens.size() - 1;
        boolean genitive = last > 0
                && (tokens.get(last).tag().equals("POS")
                        || tokens.get(last).lower().matches("['’]s?"));
        return genitive ? tokens.subList(0, last) : tokens;
    }

    /** All of its words, without a genitive. */
    String phrase() {
        StringBuilder phrase = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            boolean space = i > 0 && tokens.get(i).start() > tokens.get(i - 1).end();
            phrase.append(space ? " " : "").append(tokens.get(i).form());
        }
        return phrase.toString();
    }

    String lower() {
        return phrase().toLowerCase(Locale.ROOT);
    }

    boolean isPronoun() {
        return tokens.size() == 1
                && (lexicon.has("pronoun", tokens.get(0).lower())
                        || lexicon.has("possessive", tokens.get(0).lower())
                        || lexicon.has("relative", tokens.get(0).lower()))
                && !tokens.get(0).form().equals("US");
    }

    /** The last words that are names, without titles: <i>President Volodymyr Zelenskyy</i> is named Volodymyr Zelenskyy. */
    String name() {
        List<String> names = new ArrayList<>();
        for (int i = head(); i >= 0 && isName(i); i--) {
            if (isTitle(i) || countries.ofAdjective(tokens.get(i).form() + " ") != null) {
                break;
            }
            names.add(0, tokens.get(i).form());
        }
        return String.join(" ", names);
    }

    private boolean isTitle(int i) {
        return lexicon.has("title", tokens.get(i).lower().replace(".", "")) && i < head();
    }

    private boolean isName(int i) {
        return tokens.get(i).tag().startsWith("NNP")
                || tokens.get(i).isCapitalised() && tokens.get(i).isWord() && i > 0;
    }

    /** The main word: the last before a preposition or a comma. */
    private int head() {
        for (int i = 1; i < tokens.size(); i++) {
            String tag = tokens.get(i).tag();
            if (tag.equals("IN")
                    || tag.equals(",")
                    || tag.startsWith("W")
                    || tokens.get(i).lower().equals("of")) {
                return i - 1;
            }
        }
        return tokens.size() - 1;
    }

    String headWord() {
        return tokens.get(head()).lower();
    }

    /** The words before the name: <i>Ukrainian President</i>; null if there are none. */
    String title() {
        String name = name();
        int at = name.isEmpty() ? -1 : phrase().indexOf(name.split(" ")[0]);
        String title = at <= 0 ? "" : phrase().substring(0, at).strip().replaceAll("^(?i)(?:the|a|an) ", "");
        boolean address = title.matches("(?i)(?:mr|mrs|ms|miss|sir|madam)\\.?");
        return title.isEmpty() || address || title.length() > 120 ? null : title;
    }

    Voice.Gender gender() {
        for (Token token : tokens) {
            String word = token.lower().replace(".", "");
            // "his lawyer" may be a woman
            if (tokens.size() > 1 && lexicon.has("possessive", word)) {
                continue;
            }
            if (lexicon.has("male", word)) {
                return Voice.Gender.MALE;
            }
            if (lexicon.has("female", word)) {
                return Voice.Gender.FEMALE;
            }
        }
        return Voice.Gender.UNKNOWN;
    }

    Speaker.Kind kind() {
        String word = headWord();
        if (countries.named(phrase()) != null || countries.named(name()) != null) {
            return Speaker.Kind.GOVERNMENT;
        }
        if (name().isEmpty() && lexicon.has("evidence-noun", word)) {
            return Speaker.Kind.ORGANIZATION;
        }
        if (lexicon.has("body", word) || name().isEmpty() && countries.ofAdjective(phrase()) != null) {
            boolean state = lower().matches(
                            ".*\\b(ministry|government|department|intelligence|senate|congress|parliament|kremlin|pentagon|council|court|embassy)\\b.*");
            return lexicon.has("group", word)
                    ? Speaker.Kind.GROUP
                    : state ? Speaker.Kind.GOVERNMENT : Speaker.Kind.ORGANIZATION;
        }
        boolean plural =
                tokens.get(head()).tag().equals("NNS") || lexicon.has("group", word) || lexicon.has("crowd", word);
        return plural && name().isEmpty() ? Speaker.Kind.GROUP : person();
    }

    /** A person, unless the words say that it is a body: <i>the airline</i>, <i>Meridian Trust</i>. */
    private Speaker.Kind person() {
        boolean person = lexicon.has("role", headWord())
                || gender() != Voice.Gender.UNKNOWN
                || title() != null
                || name().indexOf(' ') > 0 && !lexicon.has("company-name", headWord())
                || name().isEmpty() && !lexicon.has("thing", headWord());
        return person && !name().matches("[A-Z&]{2,6}") ? Speaker.Kind.PERSON : Speaker.Kind.ORGANIZATION;
    }
}

package org.counterclaim.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tags of words that can be one thing only: the training text has few of them, and what it never saw the tagger takes for a noun. */
final class SureTags {

    private static final Set<String> DETERMINERS = Set.of("no", "any", "both", "every", "each", "all");
    private static final Set<String> HAVE = Set.of("have", "has", "had", "having", "be", "been", "'ve", "’ve");
    private static final Set<String> IS = Set.of("is", "was", "are", "were", "being", "'s", "’s", "get", "got", "gets");

    private static final Set<String> CURRENCIES = Set.of("$", "£", "€", "¥");

    private final Lexicon lexicon;
    private final MistakenTags mistaken;

    SureTags(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.mistaken = new MistakenTags(lexicon);
    }

    List<Token> of(List<Token> tokens) {
        List<Token> sure = new ArrayList<>(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            String tag = tag(sure, i);
            if (tag != null && !tag.equals(sure.get(i).tag())) {
                sure.set(i, sure.get(i).tagged(tag, lexicon.verbs()));
            }
        }
        return sure;
    }

    private String tag(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        String next = i + 1 < tokens.size() ? tokens.get(i + 1).tag() : "";
        if (DETERMINERS.contains(token.lower()) && (next.startsWith("N") || next.startsWith("J"))) {
            return "DT";
        }
        if (token.lower().equals("her")) {
            return isFollowedByNoun(next) ? "PRP$" : "PRP";
        }
        if (token.form().equals("said") || token.form().equals("told")) {
            return isAfterAuxiliary(tokens, i) ? "VBN" : "VBD";
        }
        if (token.lower().matches("['’]s") && isGenitive(tokens, i)) {
            return "POS";
        }
        if (token.lower().equals("chief") || CURRENCIES.contains(token.form())) {
            return CURRENCIES.contains(token.form()) ? "$" : next.startsWith("N") ? "JJ" : "NN";
        }
        return token.isCapitalised() ? mistaken.first(tokens, i, next) : open(tokens, i, next);
    }

    /** Of the classes that have new words. */
    private String open(List<Token> tokens, int i, String next) {
        Token token = tokens.get(i);
        boolean casts = token.lower().equals("cast")
                && i + 1 < tokens.size()
                && tokens.get(i + 1).lower().startsWith("doubt");
        if ((casts || lexicon.has("past", token.lower())) && !token.tag().startsWith("V")) {
            return isAfterAuxiliary(tokens, i) ? "VBN" : "VBD";
        }
        if (next.startsWith("N") && (token.tag().equals("VBG") ? isOpened(tokens, i) : isDone(tokens, i))) {
            return "JJ";
        }
        if (!token.tag().startsWith("N")) {
            return mistaken.of(tokens, i, next);
        }
        return isAdjective(token) ? "JJ" : verb(tokens, i);
    }

    private static boolean isFollowedByNoun(String next) {
        return next.startsWith("N")
                || next.startsWith("J")
                || next.startsWith("CD")
                || next.equals("VBN")
                || next.equals("VBG")
                || next.startsWith("RB")
                || next.equals("``");
    }

    /** <i>Port Mere's navy accused …</i>: a verb comes later. */
    private static boolean isGenitive(List<Token> tokens, int i) {
        boolean named = i > 0 && tokens.get(i - 1).tag().startsWith("NN");
        return named
                && i + 2 < tokens.size()
                && tokens.get(i + 1).tag().startsWith("N")
                && tokens.get(i + 2).tag().startsWith("V");
    }

    /** <i>the winning ticket</i>. */
    private static boolean isOpened(List<Token> tokens, int i) {
        String before = i == 0 ? "" : tokens.get(i - 1).tag();
        return before.equals("DT") || before.equals("PRP$");
    }

    /** <i>a loaded pistol</i>. */
    private static boolean isDone(List<Token> tokens, int i) {
        String before = i == 0 ? "" : tokens.get(i - 1).lower();
        return tokens.get(i).tag().equals("VBN") && (before.equals("a") || before.equals("an") || before.equals("the"));
    }

    /** <i>denies</i> and <i>denied</i> are no nouns; <i>claims</i> may be. */
    private String verb(List<Token> tokens, int i) {
        String form = tokens.get(i).lower();
        String verb = lexicon.verbs().lemma(form);
        if (verb == null || lexicon.has("no-noun", form)) {
            boolean one = verb != null || isAfterAdverb(tokens, i);
            return one && isAfterMany(tokens, i) ? "VBP" : null;
        }
        if (form.endsWith("ed") && !form.equals(verb)) {
            return isAfterAuxiliary(tokens, i) ? "VBN" : "VBD";
        }
        if (form.equals(verb)) {
            return isAfterMany(tokens, i) && opensClause(tokens, i + 1) ? "VBP" : null;
        }
        boolean acts = lexicon.has("no-noun", verb) || isAfterPronoun(tokens, i) || hasObject(tokens, i);
        return form.endsWith("s") && acts ? "VBZ" : null;
    }

    /** <i>Doctors question where …</i>. */
    private static boolean opensClause(List<Token> tokens, int i) {
        return i < tokens.size()
                && (tokens.get(i).tag().equals("WRB") || tokens.get(i).lower().equals("whether"));
    }

    /** <i>she laughs</i>. */
    private static boolean isAfterPronoun(List<Token> tokens, int i) {
        return i > 0 && tokens.get(i - 1).tag().equals("PRP");
    }

    /** <i>the minister disputes her account</i>: no noun goes on so. */
    private static boolean hasObject(List<Token> tokens, int i) {
        boolean after = i > 0 && tokens.get(i - 1).tag().equals("NN");
        boolean next = i + 1 < tokens.size()
                && (tokens.get(i + 1).tag().equals("PRP$")
                        || tokens.get(i + 1).lower().equals("whether"));
        return after && next;
    }

    /** <i>drivers already earn</i>. */
    private boolean isAfterAdverb(List<Token> tokens, int i) {
        return i > 0 && lexicon.has("verb-adverb", tokens.get(i - 1).lower());
    }

    private boolean isAfterMany(List<Token> tokens, int i) {
        int before = isAfterAdverb(tokens, i) ? i - 2 : i - 1;
        String tag = before < 0 ? "" : tokens.get(before).tag();
        boolean group = before >= 0 && lexicon.has("group", tokens.get(before).lower());
        return group || tag.equals("NNS") || tag.startsWith("NNP") || tag.equals("PRP");
    }

    private static boolean isAfterAuxiliary(List<Token> tokens, int i) {
        int before = i - 1;
        while (before >= 0 && tokens.get(before).tag().startsWith("RB")) {
            before--;
        }
        String word = before < 0 ? "" : tokens.get(before).lower();
        return HAVE.contains(word) || IS.contains(word);
    }

    /** <i>groundless</i>. */
    private static boolean isAdjective(Token token) {
        return token.form().length() > 6 && token.form().endsWith("less");
    }
}

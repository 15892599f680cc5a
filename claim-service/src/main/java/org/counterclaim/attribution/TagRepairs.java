package org.counterclaim.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Corrects tags that the words around them rule out: the training text is small, and unseen nouns are taken for verbs. */
final class TagRepairs {

    private static final Set<String> NOUN_ENDINGS = Set.of(
            "ist", "ists", "tion", "tions", "ment", "ments", "ness", "ity", "ities", "ship", "ships", "man", "men",
            "person", "ology", "ologist", "ians", "ance", "ence");
    private static final Set<String> ROLES =
            Set.of("official", "executive", "activist", "expert", "chief", "representative", "native");
    private static final Set<String> CLOSING = Set.of("\"", "”", "''", "’", "'");
    private static final Set<String> BE = Set.of("is", "was", "are", "were", "has", "had", "will", "would", "'s", "’s");
    private static final Set<String> POSSESSIVES = Set.of("my", "your", "his", "her", "its", "our", "their", "whose");
    private static final Set<String> DETERMINERS = Set.of("DT", "PRP$", "POS");

    private static final Set<String> CROWDS =
            Set.of("some", "many", "others", "most", "all", "few", "several", "those");

    private final Verbs verbs;

    TagRepairs(Verbs verbs) {
        this.verbs = verbs;
    }

    List<Token> repaired(List<Token> tokens) {
        List<Token> repaired = new ArrayList<>(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            String tag = corrected(repaired, i);
            if (!tag.equals(tokens.get(i).tag())) {
                repaired.set(i, tokens.get(i).tagged(tag, verbs));
            }
        }
        onlyParticiple(repaired);
        return repaired;
    }

    /** <i>The mayor called it a mistake.</i>: where nothing else is the verb, a participle after a noun is. */
    private void onlyParticiple(List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            String tag = tag(tokens, i);
            if (tag.equals("VBD") || tag.equals("VBZ") || tag.equals("VBP") || tag.equals("MD")) {
                return;
            }
        }
        for (int i = 1; i < tokens.size(); i++) {
            boolean afterNoun =
                    tag(tokens, i - 1).startsWith("NN") || tag(tokens, i - 1).equals("PRP");
            if (tag(tokens, i).equals("VBN") && afterNoun) {
                tokens.set(i, tokens.get(i).tagged("VBD", verbs));
                return;
            }
        }
    }

    private String corrected(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        if (token.form().equals("said") || token.form().equals("told")) {
            return token.tag();
        }
        if (token.form().equals("US")) {
            return "NNP";
        }
        if (token.lower().equals("there")
                && i + 1 < tokens.size()
                && BE.contains(tokens.get(i + 1).lower())) {
            return "EX";
        }
        if (token.tag().equals("PRP$") && !POSSESSIVES.contains(token.lower())) {
            return "NN";
        }
        String verb = asVerb(tokens, i);
        return verb != null ? verb : asNoun(tokens, i);
    }

    private String asVerb(List<Token> tokens, int i) {
        if (tag(tokens, i).equals("VBN") && isFinite(tokens, i)) {
            return "VBD";
        }
        if (isInfinitive(tokens, i)) {
            return "VB";
        }
        if (isVerbBeforeThat(tokens, i)) {
            return "VBP";
        }
        return isVerbAfterName(tokens, i) ? "VBZ" : null;
    }

    private static String asNoun(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        String tag = token.tag();
        boolean noCue = token.lemma() == null;
        if (noCue && tag.equals("VB") && tag(tokens, i - 1).equals("IN")) {
            return "NN";
        }
        if (noCue && tag.startsWith("V") && !tag.equals("VBG") && hasNounEnding(token.lower())) {
            return "NN";
        }
        if ((tag.equals("JJ") || tag.equals("RB")) && ROLES.contains(token.lower()) && endsPhrase(tag(tokens, i + 1))) {
            return "NN";
        }
        boolean plural = token.lower().endsWith("s") && token.lower().length() > 4;
        return isNounBetween(tokens, i) ? plural ? "NNS" : "NN" : tag;
    }

    /** <i>an officer declined to comment</i>: a verb that nobody is the object of is no participle after a noun. */
    private boolean isFinite(List<Token> tokens, int i) {
        String verb = tokens.get(i).lemma();
        boolean to = i + 1 < tokens.size() && tokens.get(i + 1).lower().equals("to");
        boolean bare = tag(tokens, i - 1).startsWith("NN") || tag(tokens, i - 1).equals("PRP");
        return to
                && bare
                && verb != null
                && verbs.can(verb, "to")
                && !verbs.can(verb, "person")
                && !verbs.can(verb, "object");
    }

    /** <i>declined to comment</i>: a noun elsewhere, and no verb of ours before it would take one. */
    private boolean isInfinitive(List<Token> tokens, int i) {
        boolean to = i > 1
                && tokens.get(i - 1).lower().equals("to")
                && tokens.get(i - 2).lemma() != null;
        return to
                && tag(tokens, i).equals("NN")
                && tokens.get(i).lower().equals(verbs.lemma(tokens.get(i).lower()))
                && verbs.can(tokens.get(i - 2).lemma(), "to");
    }

    /** <i>But some believe that …</i>. */
    private boolean isVerbBeforeThat(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        boolean that = i + 1 < tokens.size() && tokens.get(i + 1).lower().equals("that");
        String before = tag(tokens, i - 1);
        String verb = that && token.tag().equals("NN") ? verbs.lemma(token.lower()) : null;
        return verb != null
                && verb.equals(token.lower())
                && (before.matches("NNS|NNP|PRP")
                        || i > 0 && CROWDS.contains(tokens.get(i - 1).lower()));
    }

    /** <i>The Express reports: …</i>, <i>eMarketer predicts the …</i>. */
    private boolean isVerbAfterName(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        String verb = token.tag().equals("NNS") && !token.isCapitalised() ? verbs.lemma(token.lower()) : null;
        if (verb == null || !verbs.can(verb, "speech") && !verbs.can(verb, "that")) {
            return false;
        }
        String before = tag(tokens, i - 1);
        String next = verbs.can(verb, "speech") ? tag(tokens, i + 1) : "";
        boolean that = i + 1 < tokens.size() && tokens.get(i + 1).lower().equals("that");
        boolean inverted = i > 0 && CLOSING.contains(tokens.get(i - 1).form());
        boolean opens = next.equals("DT")
                || next.equals("CD")
                || next.equals("NNP")
                || next.startsWith("PRP")
                || next.equals(":");
        return before.equals("NNP") && (opens || that) || before.equals("NN") && that || inverted && opens;
    }

    private static boolean endsPhrase(String next) {
        return !next.startsWith("N") && !next.startsWith("JJ") && !next.equals("CC");
    }

    private static boolean hasNounEnding(String word) {
        return word.length() > 5 && NOUN_ENDINGS.stream().anyMatch(word::endsWith);
    }

    /** <i>a man left</i>, <i>the planning said</i>, <i>in a climate briefing on</i>: no noun has come yet, and none follows. */
    private static boolean isNounBetween(List<Token> tokens, int i) {
        String tag = tokens.get(i).tag();
        String before = tag(tokens, i - 1);
        String next = tag(tokens, i + 1);
        boolean doubtful =
                tag.equals("JJ") || tag.equals("VBP") || tag.equals("VB") || tag.equals("VBG") || tag.equals("VBZ");
        if (!doubtful || tokens.get(i).isCapitalised() && i > 0) {
            return false;
        }
        boolean clauseFollows = isFinite(next) || next.equals("RB") && isFinite(tag(tokens, i + 2));
        boolean opened = DETERMINERS.contains(before) || before.startsWith("JJ");
        boolean ended = next.isEmpty() || next.equals(".") || next.equals(",") || next.equals("IN");
        boolean compound =
                before.startsWith("NN") && DETERMINERS.contains(tag(tokens, i - 2)) && tag.equals("VBG") && ended;
        return compound
                || DETERMINERS.contains(before) && (clauseFollows || ended && (!tag.equals("JJ") || next.equals(".")))
                || opened && clauseFollows && (tag.equals("VBG") || tag.equals("JJ"));
    }

    private static boolean isFinite(String tag) {
        return tag.matches("VB[DZP]|MD");
    }

    private static String tag(List<Token> tokens, int i) {
        return i < 0 || i >= tokens.size() ? "" : tokens.get(i).tag();
    }
}

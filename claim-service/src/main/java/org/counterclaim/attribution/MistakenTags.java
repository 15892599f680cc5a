package org.counterclaim.attribution;

import java.util.List;
import java.util.Set;

/** Tags that a word cannot have: the training text never saw the word, and took it for one of a class that has no new words. */
final class MistakenTags {

    private static final Set<String> TELL = Set.of("tell", "tells", "told", "telling");

    /** Classes that have no new words. */
    private static final Set<String> CLOSED = Set.of("IN", "RP", "WDT", "WP", "WRB", "DT", "PDT", "CC", "EX", "GW");

    private final Lexicon lexicon;

    MistakenTags(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The right one of a word with a capital, which opens a sentence; null if it has it. */
    String first(List<Token> tokens, int i, String next) {
        Token token = tokens.get(i);
        if (i > 0 || lexicon.has("closed", token.lower()) || token.form().length() < 4) {
            return null;
        }
        boolean adjective = token.tag().equals("JJ") && next.matches("VB[DZ]|MD");
        boolean verb = token.tag().equals("VBZ")
                && tokens.size() > 1
                && tokens.get(1).lower().equals("to");
        return CLOSED.contains(token.tag()) || adjective || verb ? noun(token) : null;
    }

    /** The right one, null if it has it: <i>an officer</i> is no particle, <i>rotten wood</i> no adverb, and who is told no verb. */
    String of(List<Token> tokens, int i, String next) {
        Token token = tokens.get(i);
        boolean known = token.form().length() < 4 || lexicon.has("closed", token.lower());
        if (CLOSED.contains(token.tag()) && !known && token.isWord()) {
            return noun(token);
        }
        if (token.tag().equals("RB")
                && next.startsWith("N")
                && !known
                && !token.lower().endsWith("ly")) {
            return "JJ";
        }
        if (token.tag().equals("JJ") && isNamed(tokens, i) || isModifier(tokens, i, next)) {
            return "NN";
        }
        boolean told = i > 0 && TELL.contains(tokens.get(i - 1).lower());
        return told && token.tag().startsWith("VB") && token.lower().endsWith("s") ? "NNS" : null;
    }

    /** <i>…, district officials said</i>. */
    private static boolean isModifier(List<Token> tokens, int i, String next) {
        boolean opens = i == 0 || tokens.get(i - 1).tag().equals(",");
        boolean verb = tokens.get(i).tag().matches("VBP?") && tokens.get(i).lemma() == null;
        return opens && verb && next.equals("NNS");
    }

    /** <i>the fire marshal, Joe Pruitt, said</i>, <i>Holt quarry has said</i>. */
    private static boolean isNamed(List<Token> tokens, int i) {
        String before = i > 0 ? tokens.get(i - 1).tag() : "";
        String next = i + 1 < tokens.size() ? tokens.get(i + 1).tag() : "";
        boolean comma = next.equals(",")
                && i + 2 < tokens.size()
                && tokens.get(i + 2).tag().equals("NNP");
        boolean verb = next.equals("VBD") || next.equals("VBZ") || next.equals("VBP") || next.equals("MD");
        return before.equals("NN") && comma || before.equals("NNP") && verb;
    }

    private static String noun(Token token) {
        String form = token.lower();
        return form.endsWith("s") && !form.endsWith("ss") ? "NNS" : "NN";
    }
}

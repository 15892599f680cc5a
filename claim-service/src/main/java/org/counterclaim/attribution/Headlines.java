package org.counterclaim.attribution;

import java.util.ArrayList;
import java.util.List;

/** Repairs what the tagger gets wrong where sentences are not written out: headlines, and <i>…, officials say.</i> */
final class Headlines {

    private final Lexicon lexicon;

    Headlines(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Whether it looks like one: no full stop, and capitals. */
    static boolean is(List<Token> tokens) {
        String last = tokens.get(tokens.size() - 1).form();
        return !last.equals(".")
                && !last.equals("!")
                && !last.equals("\"")
                && !last.equals("”")
                && Tagger.isHeadline(tokens);
    }

    /** In <i>Mayor Denies Fraud Claims</i> the first word that can be a verb is one. */
    List<Token> repaired(List<Token> tokens) {
        if (!is(tokens)) {
            return tokens;
        }
        for (int i = 1; i < tokens.size() - 1; i++) {
            String verb = lexicon.verbs().lemma(tokens.get(i).lower());
            Token before = tokens.get(i - 1);
            boolean able = verb != null && (can(verb, "speech") || can(verb, "object"));
            if (able
                    && tokens.get(i).lower().endsWith("s")
                    && tokens.get(i).lemma() == null
                    && before.tag().startsWith("N")) {
                return with(tokens, i);
            }
            if (tokens.get(i).lemma() != null) {
                return tokens;
            }
        }
        return tokens;
    }

    /** The last word of <i>…, officials say</i>, where it was taken for a noun. */
    List<Token> withFinalVerb(List<Token> tokens) {
        int last = tokens.size() - 1;
        while (last > 0 && !tokens.get(last).isWord()) {
            last--;
        }
        Token token = tokens.get(last);
        String verb = lexicon.verbs().lemma(token.lower());
        boolean able = verb != null && (can(verb, "speech") || can(verb, "aside"));
        boolean mistaken = token.tag().startsWith("N") && token.lower().endsWith("s") && !token.quoted();
        return last > 3 && able && mistaken && tokens.get(last - 1).tag().startsWith("N") ? with(tokens, last) : tokens;
    }

    private boolean can(String verb, String ability) {
        return lexicon.verbs().can(verb, ability);
    }

    private List<Token> with(List<Token> tokens, int verb) {
        List<Token> repaired = new ArrayList<>(tokens);
        repaired.set(verb, tokens.get(verb).tagged("VBZ", lexicon.verbs()));
        return repaired;
    }
}

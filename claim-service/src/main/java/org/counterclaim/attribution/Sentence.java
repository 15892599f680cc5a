package org.counterclaim.attribution;

import java.util.List;
import java.util.Set;

/**
 * The tokens of one sentence, and what kind of word each is. Every question may be asked beyond the ends of the sentence and is
 * then answered with no, so that rules can look around without counting.
 */
final class Sentence {

    private static final Set<String> QUOTES = Set.of("\"", "“", "”", "``", "''", "«", "»", "„");
    private static final Set<String> DASHES = Set.of("-", "—", "--", "–", "―");
    private static final Set<String> MODIFIERS =
            Set.of("DT", "JJ", "JJR", "JJS", "PRP$", "POS", "HYPH", "AFX", "PDT", "CD", "$");
    private static final Set<String> GLUE = Set.of("-", "&");
    private static final Set<String> SINGLE_QUOTES = Set.of("'", "‘", "’");

    private final List<Token> tokens;
    private final Lexicon lexicon;
    private final int number;

    /**
     * A sentence.
     *
     * @param number its place in the text
     */
    Sentence(List<Token> tokens, Lexicon lexicon, int number) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.number = number;
    }

    int size() {
        return tokens.size();
    }

    int number() {
        return number;
    }

    Token token(int i) {
        return tokens.get(i);
    }

    List<Token> tokens() {
        return tokens;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    Span span(int first, int last) {
        return new Span(tokens.get(first).start(), tokens.get(last).end());
    }

    Span span() {
        return span(0, size() - 1);
    }

    boolean has(int i) {
        return i >= 0 && i < tokens.size();
    }

    boolean is(int i, String... forms) {
        if (has(i)) {
            for (String form : forms) {
                if (tokens.get(i).lower().equals(form)) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean in(int i, String group) {
        return has(i) && lexicon.has(group, tokens.get(i).lower());
    }

    boolean tagged(int i, String prefix) {
        return has(i) && tokens.get(i).tag().startsWith(prefix);
    }

    boolean verb(int i) {
        return tagged(i, "V");
    }

    boolean auxiliary(int i) {
        return has(i) && (tagged(i, "MD") || in(i, "auxiliary") && !(is(i, "'s", "’s") && tagged(i, "POS")));
    }

    boolean adverb(int i) {
        return tagged(i, "RB") || in(i, "adverb-like");
    }

    boolean noun(int i) {
        return tagged(i, "NN")
                || tagged(i, "PRP") && !tagged(i, "PRP$")
                || tagged(i, "CD")
                || tagged(i, "EX")
                || tagged(i, "ADD");
    }

    boolean name(int i) {
        return tagged(i, "NNP");
    }

    /** A pronoun; "US" is a country. */
    boolean pronoun(int i) {
        return in(i, "pronoun") && !tokens.get(i).form().equals("US");
    }

    boolean possessive(int i) {
        return in(i, "possessive");
    }

    /** What can stand before the head of a noun phrase. */
    boolean modifier(int i) {
        return has(i)
                && (noun(i) && !pronoun(i) && !tagged(i, "EX")
                        || MODIFIERS.contains(tokens.get(i).tag())
                        || GLUE.contains(tokens.get(i).form())
                        || possessive(i));
    }

    boolean relative(int i) {
        return in(i, "relative");
    }

    boolean quote(int i) {
        return has(i)
                && (QUOTES.contains(tokens.get(i).form())
                        || SINGLE_QUOTES.contains(tokens.get(i).form())
                                && tokens.get(i).quoted());
    }

    boolean dash(int i) {
        return has(i) && DASHES.contains(tokens.get(i).form());
    }

    boolean quoted(int i) {
        return has(i) && tokens.get(i).quoted();
    }

    boolean preposition(int i) {
        return (tagged(i, "IN") || tagged(i, "TO") && !verb(i + 1)) && !in(i, "subordinator");
    }

    boolean ing(int i) {
        return verb(i) && tokens.get(i).lower().endsWith("ing");
    }

    /** A verb that makes a clause: no participle without its auxiliary, no infinitive. */
    boolean finite(int i) {
        return auxiliary(i) || verb(i) && !ing(i) && !is(i - 1, "to") && !(tagged(i, "VBN") && !afterAuxiliary(i));
    }

    private boolean afterAuxiliary(int i) {
        int j = i - 1;
        while (adverb(j)) {
            j--;
        }
        return auxiliary(j);
    }

    /** The attributing verb at i, null if there is none. */
    String cue(int i) {
        return verb(i) ? tokens.get(i).lemma() : null;
    }

    boolean can(int i, String ability) {
        return cue(i) != null && lexicon.verbs().can(cue(i), ability);
    }

    boolean speech(int i) {
        return can(i, "speech");
    }

    boolean hasVerb(int from, int end) {
        for (int i = from; i < end; i++) {
            if (verb(i) || auxiliary(i)) {
                return true;
            }
        }
        return false;
    }

    int verbGroupStart(int verb) {
        int start = verb;
        while (auxiliary(start - 1) || adverb(start - 1)) {
            start--;
        }
        return start;
    }
}

package org.counterclaim.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts the tokens of a text into sentences, by rule: a mark that ends one, what closes after it, and what begins after that. */
final class Sentences {

    /** Longer than any sentence of a story; a longer run of tokens is cut. */
    static final int LONGEST = 150;

    private static final Set<String> ENDS = Set.of(".", "!", "?", "…", "...", "....");
    private static final Set<String> CLOSES = Set.of("\"", "”", "’", "'", "''", ")", "]");
    private static final Set<String> OPENS = Set.of("\"", "“", "‘", "'", "``", "(", "[");

    private final String text;
    private final List<Token> tokens;
    private final Verbs verbs;
    private final Set<String> starts;

    Sentences(String text, List<Token> tokens, Lexicon lexicon) {
        this.text = text;
        this.tokens = tokens;
        this.verbs = lexicon.verbs();
        this.starts = lexicon.words().group("sentence-start");
    }

    List<List<Token>> cut() {
        List<List<Token>> sentences = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (i > from && isNewParagraph(i) || i - from >= LONGEST) {
                sentences.add(tokens.subList(from, i));
                from = i;
            }
            int end = endAt(i);
            if (end > 0) {
                sentences.add(tokens.subList(from, end));
                from = end;
                i = end - 1;
            }
        }
        if (from < tokens.size()) {
            sentences.add(tokens.subList(from, tokens.size()));
        }
        return sentences;
    }

    private boolean isNewParagraph(int i) {
        return text.substring(tokens.get(i - 1).end(), tokens.get(i).start()).indexOf('\n') >= 0;
    }

    /** Where the sentence ends, if token i ends it; 0 otherwise. */
    private int endAt(int i) {
        String form = tokens.get(i).form();
        boolean abbreviation = form.length() > 3 && form.endsWith(".") && form.indexOf('.') == 1;
        if (!ENDS.contains(form) && !abbreviation) {
            return 0;
        }
        int end = i + 1;
        while (end < tokens.size() && CLOSES.contains(tokens.get(end).form()) && touches(end)) {
            end++;
        }
        return end >= tokens.size() || begins(end, abbreviation) && !(isAsking(form, end - i) && isAskedBy(end))
                ? end
                : 0;
    }

    private boolean begins(int i, boolean afterAbbreviation) {
        boolean begins = !touches(i) && (tokens.get(i).isCapitalised() || isMark(i) || isNumber(i));
        return begins && (!afterAbbreviation || starts.contains(tokens.get(i).lower()));
    }

    private static boolean isAsking(String mark, int marks) {
        return !mark.equals(".") && marks > 1;
    }

    private boolean isMark(int i) {
        return OPENS.contains(tokens.get(i).form()) || tokens.get(i).form().equals("•");
    }

    private boolean isNumber(int i) {
        return Character.isDigit(tokens.get(i).form().charAt(0));
    }

    private boolean touches(int i) {
        return tokens.get(i - 1).end() == tokens.get(i).start();
    }

    /** In <i>"Why?" Smith asked.</i> the sentence goes on. */
    private boolean isAskedBy(int from) {
        for (int i = from; i < Math.min(tokens.size(), from + 5); i++) {
            String verb = verbs.lemma(tokens.get(i).lower());
            if (ENDS.contains(tokens.get(i).form()) || isMark(i)) {
                return false;
            }
            if (verb != null && verbs.can(verb, "speech")) {
                return true;
            }
        }
        return false;
    }
}

package org.counterclaim.attribution;

import java.util.List;

/** What stands between commas right after a name or a role and says who that is. */
final class Appositions {

    private static final int LONGEST = 14;

    private final Story story;

    Appositions(Story story) {
        this.story = story;
    }

    /** The tokens between the comma after a source and the next mark; none if no comma follows. */
    List<Token> after(Span source) {
        Sentence sentence = story.sentenceAt(source.start());
        if (sentence == null) {
            return List.of();
        }
        int comma = 0;
        while (sentence.has(comma) && sentence.token(comma).start() < source.end()) {
            comma++;
        }
        int end = comma + 1;
        while (sentence.has(end)
                && end - comma < LONGEST
                && !sentence.is(end, ",", ".", ";", ":")
                && !sentence.quote(end)) {
            end++;
        }
        boolean closed =
                sentence.is(comma, ",") && end > comma + 1 && (sentence.is(end, ",", ".", ";") || sentence.quote(end));
        return closed ? sentence.tokens().subList(comma + 1, end) : List.of();
    }

    /** The tokens of a source; of "who" those of the phrase that it stands for. */
    List<Token> antecedent(Span source) {
        List<Token> tokens = story.tokensIn(source);
        Sentence sentence = story.sentenceAt(source.start());
        if (sentence == null || tokens.size() != 1 || !tokens.get(0).lower().equals("who")) {
            return tokens;
        }
        int who = 0;
        while (sentence.token(who).end() < source.end()) {
            who++;
        }
        int last = sentence.is(who - 1, ",") ? who - 2 : who - 1;
        int first = new NounPhrases(sentence).startOf(last);
        return first < 0 ? tokens : sentence.tokens().subList(first, last + 1);
    }

    /** The name in <i>the contractor, Brent Ovid,</i>; none if it is not only a name. */
    List<Token> nameAfter(Span source) {
        List<Token> tokens = after(source);
        boolean name = !tokens.isEmpty()
                && tokens.size() < 5
                && tokens.stream().allMatch(token -> token.tag().startsWith("NNP"));
        return name ? tokens : List.of();
    }

    /** The role in <i>Lin Jian, a spokesperson for the ministry,</i>; null if it is none. */
    String roleAfter(Span source) {
        List<Token> tokens = after(source);
        boolean role = tokens.size() > 1
                && (tokens.get(0).tag().equals("DT") || tokens.get(0).tag().startsWith("NN"))
                && tokens.stream()
                        .noneMatch(token -> token.tag().equals("VBD")
                                || token.tag().equals("VBZ")
                                || token.tag().equals("MD"));
        return role
                ? new Span(tokens.get(0).start(), tokens.get(tokens.size() - 1).end())
                        .of(story.text())
                        .replaceAll("^(?i)(?:the|a|an) ", "")
                        .replaceAll("\\s+", " ")
                : null;
    }
}

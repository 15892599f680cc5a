package org.counterclaim.attribution;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what a speaker does with what is said: from the cue, from its negation, and from denials within the words. */
final class Stances {

    private static final Pattern UNKNOWN = Pattern.compile(
            "\\b(?:(?:remains?|is|was|are|were) (?:still )?(?:unclear|unknown|uncertain)|(?:do|does|did)"
                    + " ?(?:not|n['’]t) (?:yet )?know|no idea|not (?:yet )?(?:known|clear|aware)|too (?:early|soon) to"
                    + " (?:say|tell|know))\\b",
            Pattern.CASE_INSENSITIVE);

    /** <i>cast serious doubts on …</i>. */
    private static final Pattern DOUBTS = Pattern.compile("(?i)^(?:\\w+ )?doubts?\\b");

    private static final String DENYING = "denials?|.*\\b(?:reject|dismiss|den)(?:s|es|ed|ied|ies|ying|ing)?";
    private static final String BELIEVED = ".*\\b(?:believed|thought|understood|feared|alleged)";

    /** <i>is not convinced that …</i>. */
    private static final Set<String> UNCONVINCED = Set.of("convinced", "persuaded", "satisfied", "confident");

    private final Lexicon lexicon;
    private final Negations negations;

    Stances(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.negations = new Negations(lexicon);
    }

    Attitude of(Draft draft, String text) {
        boolean negated = isNegated(draft.cue, text);
        if (lexicon.has("knowing", draft.word)) {
            return negated ? Attitude.NO_KNOWLEDGE : Attitude.ASSERTS;
        }
        if (draft.word.equals("unaware")) {
            return Attitude.NO_KNOWLEDGE;
        }
        if (negated || refuses(draft, text)) {
            return withheld(draft.cue.get(0).of(text).toLowerCase(Locale.ROOT));
        }
        Attitude byCue = byCue(draft, text);
        return byCue == Attitude.ASSERTS ? byContent(draft, text) : byCue;
    }

    /** <i>does not accept …</i>, <i>is not convinced that …</i>, and else <i>did not say …</i>. */
    private Attitude withheld(String cue) {
        if (isPhrase("refusing-phrase", cue)) {
            return Attitude.DENIES;
        }
        boolean doubts = UNCONVINCED.contains(cue.substring(cue.lastIndexOf(' ') + 1));
        return doubts ? Attitude.QUESTIONS : Attitude.DOES_NOT_ASSERT;
    }

    private boolean isNegated(Iterable<Span> cue, String text) {
        for (Span span : cue) {
            for (String word : span.of(text).toLowerCase(Locale.ROOT).split("[ ’']")) {
                if (lexicon.has("negation", word)
                        || word.endsWith("n") && span.of(text).matches("(?s).*n['’]t.*")
                        || word.equals("cannot")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** <i>declined to comment</i>. */
    private static boolean refuses(Draft draft, String text) {
        boolean declines = draft.word.equals("decline") || draft.word.equals("refuse");
        String content = draft.content.get(0).of(text);
        return declines
                && Pattern.compile("^to (?:comment|say|confirm|discuss|answer|speculate|elaborate|respond|be drawn)")
                        .matcher(content)
                        .find();
    }

    private Attitude byCue(Draft draft, String text) {
        String cue = draft.cue.get(0).of(text).toLowerCase(Locale.ROOT);
        if (draft.word.equals("ask") && draft.content.get(0).of(text).matches("(?s)(?:for|to) .*")) {
            return Attitude.ASSERTS;
        }
        if (lexicon.verbs().can(draft.word, "denies") || cue.matches(DENYING) || isPhrase("denying-phrase", cue)) {
            return Attitude.DENIES;
        }
        boolean doubts = DOUBTS.matcher(draft.content.get(0).of(text)).find() && lexicon.has("utter", cue);
        if (lexicon.verbs().can(draft.word, "questions")
                || draft.word.startsWith("doubt")
                || lexicon.has("sceptical", draft.word)
                || doubts) {
            return Attitude.QUESTIONS;
        }
        boolean passive = draft.source.isEmpty() && draft.kind == Draft.Kind.VERB && cue.matches(BELIEVED);
        boolean hedges = lexicon.verbs().can(draft.word, "hedges") || draft.word.matches("(?:suspicion|speculation)s?");
        return hedges || passive ? Attitude.HEDGES : Attitude.ASSERTS;
    }

    /** Whether a cue is one of these, without what helps the verb: <i>has brushed aside</i>. */
    private boolean isPhrase(String group, String cue) {
        String words = cue.replaceFirst("(?=n['’]t )", " ").replace(' ', '-');
        return lexicon.words().group(group).stream().anyMatch(phrase -> ("-" + words).endsWith("-" + phrase));
    }

    private Attitude byContent(Draft draft, String text) {
        String content = draft.content.get(0).of(text);
        if (negations.scorn(draft.word, content)) {
            return Attitude.DENIES;
        }
        boolean alone =
                draft.content.size() == 1 && Negations.firstSentence(content).length() + 3 >= content.length();
        if (alone && UNKNOWN.matcher(content).find()) {
            return Attitude.NO_KNOWLEDGE;
        }
        boolean denies = draft.content.stream().map(span -> span.of(text)).anyMatch(negations::deny);
        return denies ? Attitude.DENIES : Attitude.ASSERTS;
    }
}

package org.counterclaim.attribution;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells what a speaker does with what is said: from the cue, from its negation, and from denials within the words. */
final class Stances {

    private static final Pattern FALSE = Pattern.compile(
            "^(?:that |[\"“'‘])*no (?:such )?\\w+ .*|\\b(?:no (?:truth|evidence|basis|substance|proof)|nothing (?:to do with|could be"
                    + " further|improper|wrong)|did nothing|done nothing|categorically|never happened|did not happen|not"
                    + " true|n['’]t true|not the case|without (?:merit|foundation|basis)|(?:is|am|was|are) innocent|not guilty|out of the question|politically"
                    + " motivated|witch[- ]hunt|smear)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN_DENIAL = Pattern.compile(
            "^(?:that |[\"“'‘])*(?:i|we|he|she|they|it|(?:the|his|her|its|my|our|their) \\w+)(?:"
                    + " (?:absolutely|certainly|personally|simply|categorically))?"
                    + " (?:(?:has|have|had|did|was|were|would|do|does|is|are)(?: not|n['’]t| never|$)|never|at no"
                    + " (?:time|point))\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** <i>nobody was told</i>, <i>he had signed nothing</i>, <i>there is no link</i>. */
    private static final Pattern NOTHING = Pattern.compile(
            "^(?:that |[\"“'‘])*(?:(?:nobody|no one|none of|nothing|neither)\\b"
                    + "|(?:i|we|he|she|they|it|(?:the|his|her|its|my|our|their) \\w+)"
                    + "(?: (?:has|have|had|did|was|were|is|are|['’]d|['’]ve))?"
                    + " \\w+ (?:nothing|nobody|no one|none|neither|no such \\w+)\\b"
                    + "|there (?:is|was|are|were|has been|had been) (?:absolutely |simply )?no"
                    + " (?:link|connection|cover-up|plan|intention|risk|need|secret)s?\\b).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern UNKNOWN = Pattern.compile(
            "\\b(?:(?:remains?|is|was|are|were) (?:still )?(?:unclear|unknown|uncertain)|(?:do|does|did)"
                    + " ?(?:not|n['’]t) (?:yet )?know|no idea|not (?:yet )?(?:known|clear|aware)|too (?:early|soon) to"
                    + " (?:say|tell|know))\\b",
            Pattern.CASE_INSENSITIVE);

    private static final String DENYING = "denials?|.*\\b(?:reject|dismiss|den)(?:s|es|ed|ied|ies|ying|ing)?";
    private static final String BELIEVED = ".*\\b(?:believed|thought|understood|feared|alleged)";

    private final Lexicon lexicon;

    Stances(Lexicon lexicon) {
        this.lexicon = lexicon;
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
            return Attitude.DOES_NOT_ASSERT;
        }
        Attitude byCue = byCue(draft, text);
        return byCue == Attitude.ASSERTS ? byContent(draft, text) : byCue;
    }

    private boolean isNegated(Iterable<Span> cue, String text) {
        for (Span span : cue) {
            for (String word : span.of(text).toLowerCase(Locale.ROOT).split("[ ’']")) {
                if (lexicon.has("negation", word)
                        || word.endsWith("n") && span.of(text).contains("n’t")
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
        if (lexicon.verbs().can(draft.word, "denies") || cue.matches(DENYING)) {
            return Attitude.DENIES;
        }
        if (lexicon.verbs().can(draft.word, "questions") || draft.word.startsWith("doubt")) {
            return Attitude.QUESTIONS;
        }
        boolean passive = draft.source.isEmpty() && draft.kind == Draft.Kind.VERB && cue.matches(BELIEVED);
        boolean hedges = lexicon.verbs().can(draft.word, "hedges") || draft.word.matches("(?:suspicion|speculation)s?");
        return hedges || passive ? Attitude.HEDGES : Attitude.ASSERTS;
    }

    private Attitude byContent(Draft draft, String text) {
        String content = draft.content.get(0).of(text);
        boolean alone = draft.content.size() == 1 && firstSentence(content).length() + 3 >= content.length();
        if (alone && UNKNOWN.matcher(content).find()) {
            return Attitude.NO_KNOWLEDGE;
        }
        boolean denies = draft.content.stream().map(span -> span.of(text)).anyMatch(this::denies);
        return denies ? Attitude.DENIES : Attitude.ASSERTS;
    }

    private boolean denies(String content) {
        return FALSE.matcher(content).find()
                || isCalledFalse(content)
                || OWN_DENIAL.matcher(firstSentence(content)).matches()
                || NOTHING.matcher(firstSentence(content)).matches();
    }

    private static String firstSentence(String content) {
        int end = content.indexOf(". ");
        return end < 0 ? content : content.substring(0, end);
    }

    /** <i>… is totally unfounded</i>, <i>calls it nonsense</i>; not <i>is not false</i>. */
    private boolean isCalledFalse(String content) {
        String[] words = content.toLowerCase(Locale.ROOT).split("(?:[^\\p{L}'’]|(?<!\\p{L})['’]|['’](?!\\p{L}))+");
        for (int i = 0; i < words.length; i++) {
            boolean negated =
                    i > 0 && lexicon.has("negation", words[i - 1]) || i > 1 && lexicon.has("negation", words[i - 2]);
            if (lexicon.has("false-word", words[i]) && !negated) {
                return true;
            }
        }
        return false;
    }
}

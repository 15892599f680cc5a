package org.counterclaim.attribution;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells from the words of what is said that it denies something: that it calls it false, or says that it is not so. */
final class Negations {

    private static final String SUBJECT = "(?:i|we|he|she|they|it|(?:the|his|her|its|my|our|their) \\w+)";
    private static final String OPENING = "^(?:that |[\"“'‘])*";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;

    private static final Pattern FALSE = Pattern.compile(
            OPENING
                    + "no (?!more|fewer|less|later|sooner|longer)(?:such )?\\w+ .*|\\b(?:no (?:truth|evidence|basis|substance|proof)|nothing (?:to do with|could be"
                    + " further|improper|wrong)|did nothing|done nothing|categorically|never happened|did not happen|not"
                    + " true|\\w+n['’]t (?:true|the case)|not the case|far from (?:the truth|true)|ma(?:de|king) (?:it|this|that|everything) up"
                    + "|(?:is|was|are|were) (?:\\w+ly |all )?made up(?! of| for)|ma(?:de|kes?) no sense|without (?:merit|foundation|basis)"
                    + "|(?:is|am|was|are) innocent|not guilty|out of the question|politically motivated|witch[- ]hunt|smear)\\b",
            Pattern.CASE_INSENSITIVE);

    /** <i>he has never …</i>, <i>its gates were not …</i>. */
    private static final Pattern NEVER = Pattern.compile(
            OPENING + SUBJECT + "(?: (?:absolutely|certainly|personally|simply|categorically))?"
                    + " (?:(?:has|have|had|did|was|were|would|do|does|is|are)(?: not|n['’]t| never|$)|never|at no"
                    + " (?:time|point))\\b.*",
            FLAGS);

    /** <i>nobody was told</i>, <i>he had signed nothing</i>, <i>there is no link</i>. */
    private static final Pattern NOTHING = Pattern.compile(
            OPENING + "(?:(?:nobody|no one|none of|neither|nothing(?= \\w))\\b|" + SUBJECT
                    + "(?: (?:has|have|had|did|was|were|is|are|['’]d|['’]ve))?"
                    + " \\w+ (?:nothing|nobody|no one|none|neither|no (?!comment|reason|choice|doubt"
                    + "|idea|knowledge|alternative|need|time|money|longer)\\w+)\\b"
                    + "|there (?:is|was|are|were|has been|had been) (?:absolutely |simply )?no"
                    + " (?!alternative|doubt|choice|time|money|one|way|need|question|hope|room|substitute)\\w+).*",
            FLAGS);

    /** <i>that is not what …</i>, <i>this is impossible</i>. */
    private static final Pattern NOT_SO = Pattern.compile(
            OPENING + "(?:this|that|it) (?:is|was) (?:just |simply |quite |clearly )?"
                    + "(?:not (?:what|how|so|right)\\b|impossible).*",
            FLAGS);

    private static final String ASSERTIONS =
            "(?:accounts?|versions?|arguments?|claims?|allegations?|accusations?|stor(?:y|ies)"
                    + "|statements?|theory|explanations?|charges?|rumou?rs?|remarks?|suggestions?|assertions?|figures?|evidence|testimony"
                    + "|idea|notion|insinuations?)";

    /** <i>called that argument "desperate"</i>, <i>described her account as a dream</i>; not <i>as credible</i>. */
    private static final Pattern LABELLED = Pattern.compile(
            "\\b" + ASSERTIONS
                    + "\\b[^.,]{0,40}?(?: as |[\"“‘])(?!.*\\b(?:true|accurate|correct|fair|credible|convincing"
                    + "|serious|important|shocking|alarming|troubling|damning|brave|welcome|consistent)\\b)",
            FLAGS);

    private static final Set<String> LABELS =
            Set.of("call", "describe", "label", "brand", "dub", "characterise", "characterize", "portray");

    /** <i>ridiculed the suggestion</i>. */
    private static final Pattern SCORNED = Pattern.compile(
            "^(?:at )?(?:(?:the|this|that|these|those|his|her|its|their|any|\\S+['’]s?) )?(?:\\w+ )?" + ASSERTIONS
                    + "\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> SCORNS = Set.of(
            "ridicule",
            "mock",
            "deride",
            "slam",
            "blast",
            "denounce",
            "condemn",
            "scoff",
            "attack",
            "decry",
            "lambast",
            "lambaste");

    private static final Set<String> LOOSE =
            Set.of("it", "something", "gone", "went", "goes", "done", "given", "the", "a");

    private final Lexicon lexicon;

    Negations(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Whether these words deny. */
    boolean deny(String content) {
        String first = firstSentence(content);
        return FALSE.matcher(content).find()
                || content.matches("(?:otherwise|the opposite)")
                || isCalledFalse(content)
                || NOT_SO.matcher(content).matches()
                || NEVER.matcher(first).matches()
                || NOTHING.matcher(first).matches();
    }

    /** Whether that verb with these words speaks ill of what somebody has said. */
    boolean scorn(String verb, String content) {
        return LABELS.contains(verb) && LABELLED.matcher(content).find()
                || SCORNS.contains(verb) && SCORNED.matcher(content).find();
    }

    static String firstSentence(String content) {
        int end = content.indexOf(". ");
        return end < 0 ? content : content.substring(0, end);
    }

    /** <i>… is totally unfounded</i>, <i>calls it nonsense</i>; not <i>is not false</i>, nor <i>got it wrong</i>. */
    private boolean isCalledFalse(String content) {
        String[] words = content.toLowerCase(Locale.ROOT).split("(?:[^\\p{L}'’]|(?<!\\p{L})['’]|['’](?!\\p{L}))+");
        for (int i = 0; i < words.length; i++) {
            boolean negated = isNegation(words, i - 1) || isNegation(words, i - 2);
            boolean loose = words[i].equals("wrong") && i > 0 && LOOSE.contains(words[i - 1]);
            if (lexicon.has("false-word", words[i]) && !negated && !loose) {
                return true;
            }
        }
        return false;
    }

    private boolean isNegation(String[] words, int i) {
        return i >= 0 && lexicon.has("negation", words[i]);
    }
}

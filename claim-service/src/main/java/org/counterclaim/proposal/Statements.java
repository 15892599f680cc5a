package org.counterclaim.proposal;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.counterclaim.attribution.Attitude;
import org.counterclaim.attribution.Attribution;

/** What is said in a text, in its order, and how far one thing said is like another. */
final class Statements {

    /** More alike than this, two statements are one claim. */
    private static final double SAME = 0.8;

    private static final int SENTENCE = 200;
    private static final Pattern ANSWER = Pattern.compile(
            "(?i)\\b(?:in response|in reply|respond(?:ed|ing)?|reacting|hit back|hitting back|asked about)\\b");
    private static final Pattern ACCUSES =
            Pattern.compile("(?i)\\b(?:accus|blam|condemn|critici|denounc|alleg|charg|claim|complain|concern)");
    private static final Pattern DENIES =
            Pattern.compile("(?i)\\b(?:den|reject|dismiss|disput|refut|rebut|contest|contradict)");

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Pattern NOT = Pattern.compile(
            "(?i)\\b(?:not|no|never|nobody|nothing|none|neither|nor|without|cannot|only|merely|hardly|barely"
                    + "|fail(?:s|ed)?|refus(?:es|ed)?|lacks?|lacked)\\b|n['’]t\\b");

    private final List<Attribution> all;
    private final Terms terms;
    private final Map<Attribution, Integer> places = new IdentityHashMap<>();
    private final Map<String, Attribution> ideas = new HashMap<>();
    private final Map<Attribution, Boolean> answers = new IdentityHashMap<>();

    Statements(List<Attribution> all, String text) {
        this.all = all;
        this.terms = new Terms(all.stream().map(Statements::words).toList());
        for (Attribution one : all) {
            places.put(one, places.size());
            answers.put(one, isAnswer(one, text));
            if (one.parent() != null && one.speaker() == null) {
                ideas.putIfAbsent(one.parent(), one);
            }
        }
    }

    List<Attribution> all() {
        return all;
    }

    int place(Attribution one) {
        return places.get(one);
    }

    /** How many things it speaks of. */
    int size(Attribution one) {
        return terms.count(place(one));
    }

    /** How much of what one is about the other is about too, from 0 to 1. */
    double likeness(Attribution one, Attribution other) {
        return terms.likeness(place(one), place(other));
    }

    /** The same, but that the other may say much more. */
    double alike(Attribution one, Attribution other) {
        return (likeness(one, other) + terms.covered(place(one), place(other))) / 2;
    }

    /** Whether both say the same: not one that it is so and the other that it is not, nor each another number. */
    boolean same(Attribution one, Attribution other) {
        return likeness(one, other) >= SAME
                && isNegated(one) == isNegated(other)
                && numbers(one).equals(numbers(other));
    }

    private static Set<String> numbers(Attribution one) {
        return NUMBER.matcher(Propositions.content(one))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    static boolean isNegated(Attribution one) {
        return isWorded(one) != NOT.matcher(Propositions.content(one)).find();
    }

    boolean mentions(Attribution one, Set<String> names) {
        return terms.mentions(place(one), names);
    }

    /** What is denied in so many words: <i>the idea that …</i> of a quotation that calls it false. */
    Attribution idea(Attribution denial) {
        return ideas.getOrDefault(denial.id(), denial);
    }

    /** Whether its sentence begins as an answer. */
    boolean isAnswer(Attribution one) {
        return answers.get(one);
    }

    static boolean asserts(Attribution one) {
        return one.stance() == Attitude.ASSERTS || one.stance() == Attitude.HEDGES;
    }

    static boolean denies(Attribution one) {
        return one.stance() == Attitude.DENIES || one.stance() == Attitude.QUESTIONS;
    }

    /** Whether its verb denies, and not only what is said. */
    static boolean isWorded(Attribution denial) {
        return DENIES.matcher(denial.cue().exact()).find();
    }

    /** <i>had reported</i>: it was said before what the story tells of. */
    static boolean isEarlier(Attribution one) {
        return one.cue().exact().startsWith("had ");
    }

    static boolean accuses(Attribution one) {
        return ACCUSES.matcher(one.cue().exact()).find();
    }

    /** Whether one is told within the other's words. */
    static boolean overlap(Attribution one, Attribution other) {
        return one.content().stream()
                .anyMatch(a -> other.content().stream().anyMatch(b -> a.start() < b.end() && b.start() < a.end()));
    }

    /** <i>blamed the company</i> says more than <i>the company</i>. */
    private static String words(Attribution one) {
        String content = Propositions.content(one);
        return accuses(one) ? one.cue().exact() + " " + content : content;
    }

    private static boolean isAnswer(Attribution one, String text) {
        int cue = text.offsetByCodePoints(0, one.cue().start());
        String before = text.substring(Math.max(0, cue - SENTENCE), cue);
        int start = Math.max(before.lastIndexOf(". "), before.lastIndexOf('\n'));
        return ANSWER.matcher(before.substring(Math.max(0, start))).find();
    }
}

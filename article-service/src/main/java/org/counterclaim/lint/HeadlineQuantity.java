package org.counterclaim.lint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Flag;
import org.counterclaim.lint.Passage.Stretch;

/** A headline that makes a number exact which is none where the text first has it: "155" of "at least 155". */
final class HeadlineQuantity implements Rule {

    private static final List<String> WORDS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private static final String COMPARATOR =
            "at least|at most|more than|less than|fewer than|no more than|no fewer than|over|under|up to|as many as|nearly|almost"
                    + "|about|around|roughly|approximately|close to|an estimated|some";

    /** A number with what stands before it and what it counts. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?i)(?<![\\w.,-])(?:(" + COMPARATOR + ") )?((?:\\d[\\d,.]*\\d|\\d|"
                    + String.join("|", WORDS.subList(2, 13))
                    + ")(?:[ -](?:thousand|million|billion|trillion))?)(?![\\w-])(\\+| or more| or so)?(?:(?: |-)?(%|[\\p{L}]+))?");

    /** What makes a number another one. */
    private static final Pattern MEASURE = Pattern.compile(
            "(?i)%|percent|per|years?|months?|weeks?|days?|hours?|minutes?|seconds?|kilomet(?:re|er)s?|km|miles?|met(?:re|er)s?|degrees?|a\\.?m|p\\.?m|am|pm|times|january|february|march|april|may|june|july|august|september|october|november|december");

    @Override
    public Stream<Flag> flags(Story story) {
        return story.isRead()
                ? story.passages(Passage.Kind.HEADLINE)
                        .flatMap(headline -> NUMBER.matcher(headline.text())
                                .results()
                                .filter(number -> !isCompared(number))
                                .flatMap(number -> flag(story, headline, number).stream()))
                : Stream.of();
    }

    private static Optional<Flag> flag(Story story, Passage headline, MatchResult exact) {
        return story.body()
                .flatMap(passage -> NUMBER.matcher(passage.text()).results())
                .filter(mention ->
                        value(mention).equals(value(exact)) && measure(mention).equals(measure(exact)))
                .findFirst()
                .filter(HeadlineQuantity::isCompared)
                .map(mention -> headline.flag(
                        "quantity_comparator_drift",
                        new Stretch(exact.start(2), exact.end(2)),
                        "The headline says \"" + exact.group(2) + "\", the text \""
                                + mention.group().strip() + "\"."));
    }

    private static boolean isCompared(MatchResult number) {
        return number.group(1) != null || number.group(3) != null;
    }

    private static String value(MatchResult number) {
        String written =
                number.group(2).toLowerCase(Locale.ROOT).replace(",", "").replace('-', ' ');
        int word = WORDS.indexOf(written);
        return word < 0 ? written : String.valueOf(word);
    }

    /** What the number measures; nothing if it counts things, which are called by many names. */
    private static String measure(MatchResult number) {
        String unit = number.group(4) == null ? "" : number.group(4).toLowerCase(Locale.ROOT);
        return MEASURE.matcher(unit).matches() ? unit.replaceFirst("s$", "") : "";
    }
}

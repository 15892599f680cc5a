package org.counterclaim.attribution;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds numbers with their comparators: "at least 155", "more than 1.2 million", "between 19 and 45", "one to two months". */
final class Amounts {

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("fifteen", 15),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50));
    private static final Map<String, Integer> POWERS =
            Map.of("hundred", 2, "thousand", 3, "million", 6, "m", 6, "billion", 9, "bn", 9, "trillion", 12);
    private static final String NUMBER =
            "[£$€]?(?:\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,12}(?:\\.\\d{1,6})?|" + String.join("|", WORDS.keySet()) + ")";
    private static final String POWER = "(?:[ -]?(hundred|thousand|million|billion|trillion|bn|m)\\b)?";
    private static final Pattern AMOUNT = Pattern.compile(
            "(?<![\\w.,])(?:(?<comparator>at least|no (?:fewer|less) than|more than|over|upwards of|at most|up to|no"
                    + " more than|as many as|fewer than|less"
                    + " than|under|nearly|almost|about|around|roughly|approximately|some|an estimated|between|from)\\s)?"
                    + "(?<first>" + NUMBER + ")(?<one>" + POWER.replace("(hundred", "(?:hundred") + ")"
                    + "(?:(?:\\s(?:to|and)\\s|[–-])(?<second>" + NUMBER + ")(?<other>"
                    + POWER.replace("(hundred", "(?:hundred") + "))?(?<unit>\\s?%|(?:["
                    + " -](?!to\\b|since\\b|the\\b|than\\b|would\\b|could\\b|will\\b|may\\b|might\\b|into\\b|during\\b|after\\b|before\\b|left\\b|their\\b|his\\b|her\\b|its\\b|took\\b|and\\b|of\\b|in\\b|on\\b|at\\b|who\\b|that\\b|for\\b|were\\b|are\\b|have\\b|had\\b|was\\b|is\\b|from\\b|by\\b|or\\b|but\\b|with\\b|when\\b)[\\p{L}]{2,30}){1,2})?",
            Pattern.CASE_INSENSITIVE);

    private final String text;
    private final CodePoints offsets;

    Amounts(String text, CodePoints offsets) {
        this.text = text;
        this.offsets = offsets;
    }

    List<Amount> in(List<Span> content) {
        List<Amount> amounts = new ArrayList<>();
        for (Span span : content) {
            Matcher found = AMOUNT.matcher(text).region(span.start(), span.end());
            while (found.find()) {
                if (!isYear(found) && !isLoneWord(found) && !isTooLarge(found)) {
                    amounts.add(amount(found));
                }
            }
        }
        return amounts;
    }

    private static boolean isYear(Matcher found) {
        return found.group("first").matches("(?:19|20)\\d\\d")
                && found.group("comparator") == null
                && found.group("unit") == null;
    }

    private static boolean isTooLarge(Matcher found) {
        return found.group("first").length() > 6 && !found.group("one").isBlank();
    }

    /** "one of them" counts nothing. */
    private static boolean isLoneWord(Matcher found) {
        boolean word = Character.isLetter(found.group("first").charAt(0));
        return word
                && found.group("comparator") == null
                && found.group("second") == null
                && found.group("unit") == null;
    }

    private Amount amount(Matcher found) {
        BigDecimal first = number(found.group("first"), found.group("one"));
        String unit = found.group("unit") == null ? "" : found.group("unit").strip();
        Passage words = offsets.passage(new Span(found.start(), found.end()));
        if (isRange(found)) {
            BigDecimal second = number(found.group("second"), found.group("other"));
            return new Amount(words, null, first.min(second), first.max(second), Amount.Comparison.RANGE, unit);
        }
        return new Amount(words, first, null, null, comparison(found.group("comparator")), unit);
    }

    private static boolean isRange(Matcher found) {
        return found.group("second") != null;
    }

    private static BigDecimal number(String digits, String power) {
        String plain = digits.replaceAll("[£$€,]", "").toLowerCase(Locale.ROOT);
        BigDecimal value = WORDS.containsKey(plain) ? BigDecimal.valueOf(WORDS.get(plain)) : new BigDecimal(plain);
        String ten = power == null ? "" : power.strip().replace("-", "").toLowerCase(Locale.ROOT);
        return POWERS.containsKey(ten)
                ? new BigDecimal(value.scaleByPowerOfTen(POWERS.get(ten)).toPlainString())
                : value;
    }

    private static Amount.Comparison comparison(String words) {
        return switch (words == null ? "" : words.toLowerCase(Locale.ROOT)) {
            case "at least", "no fewer than", "no less than" -> Amount.Comparison.AT_LEAST;
            case "more than", "over", "upwards of" -> Amount.Comparison.GREATER_THAN;
            case "at most", "up to", "no more than", "as many as" -> Amount.Comparison.AT_MOST;
            case "fewer than", "less than", "under" -> Amount.Comparison.LESS_THAN;
            case "nearly", "almost", "about", "around", "roughly", "approximately", "some", "an estimated" ->
                Amount.Comparison.APPROXIMATELY;
            default -> Amount.Comparison.EXACT;
        };
    }
}

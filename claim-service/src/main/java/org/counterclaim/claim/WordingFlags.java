package org.counterclaim.claim;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.appearance.Hedge;
import org.counterclaim.appearance.QuotationType;
import org.counterclaim.kit.editorial.Flag;
import org.counterclaim.kit.editorial.LoadedWords;

/**
 * What a newsroom should look at in the wording of a claim, against the places where it appears. (What the text of a story shows by
 * itself, article-service says.)
 */
final class WordingFlags {

    /** Words that the newsroom put into somebody's mouth; what is left out, and {@code [sic]}, adds nothing. */
    private static final Pattern INSERTION = Pattern.compile("\\[(?!sic]|\\.\\.\\.]|…])[^\\]\\[]{1,200}]");

    /** What keeps a number from being exact, in English. */
    private static final Pattern COMPARATOR = Pattern.compile(
            "(?i)\\b(?:at least|at most|more than|less than|fewer than|over|under|up to|as many as|nearly|almost|about|around|roughly"
                    + "|approximately|some|or more|or fewer|or less)\\b|\\d\\+");

    private static final Set<Quantity.Comparator> INEXACT =
            EnumSet.complementOf(EnumSet.of(Quantity.Comparator.EXACT, Quantity.Comparator.RANGE));

    private WordingFlags() {}

    static Stream<Flag> of(Claim claim) {
        ClaimContent content = claim.content();
        Stream<Flag> ofContent =
                Stream.of(opinion(claim), vague(claim), undated(claim)).flatMap(flags -> flags);
        return Stream.concat(
                ofContent,
                claim.appearances().stream()
                        .flatMap(place -> Stream.of(
                                firmer(content, place),
                                rounder(content, place),
                                inserted(place),
                                judging(content, place)))
                        .flatMap(flags -> flags));
    }

    private static Stream<Flag> opinion(Claim claim) {
        return claim.content().claimType().contains(ClaimContent.Type.ANALYSIS)
                ? Stream.of(Flag.warning(
                        "opinion_or_analysis",
                        claim.id(),
                        "It is an opinion or an analysis: nobody can check it as a fact."))
                : Stream.of();
    }

    private static Stream<Flag> vague(Claim claim) {
        ClaimContent content = claim.content();
        return content.claimType().contains(ClaimContent.Type.NUMERICAL)
                        && content.quantities().isEmpty()
                ? Stream.of(
                        Flag.warning("vague_quantifier", claim.id(), "It turns on a number and gives none: how many?"))
                : Stream.of();
    }

    private static Stream<Flag> undated(Claim claim) {
        return claim.content().claimDate().equals(ClaimDate.UNKNOWN)
                ? Stream.of(Flag.info("missing_claim_date", claim.id(), "Nobody knows when it was made, or why not."))
                : Stream.of();
    }

    private static Stream<Flag> firmer(ClaimContent content, Appearance place) {
        return isOwnWords(place) && saysFlatly(place) && content.hedge().level() != Hedge.Level.ASSERTED
                ? Stream.of(Flag.warningAt(
                        "hedge_drift", place.id(), "The newsroom says flatly here what the claim leaves open."))
                : Stream.of();
    }

    private static Stream<Flag> rounder(ClaimContent content, Appearance place) {
        return isOwnWords(place) && content.inEnglish() && makesExact(content, exact(place))
                ? Stream.of(Flag.warningAt(
                        "quantity_comparator_drift",
                        place.id(),
                        "The newsroom makes a number exact here that the claim does not."))
                : Stream.of();
    }

    private static Stream<Flag> inserted(Appearance place) {
        return place.content().quotationType() == QuotationType.DIRECT_QUOTE
                        && INSERTION.matcher(exact(place)).find()
                ? Stream.of(Flag.warningAt(
                        "editorial_insertion_in_quote",
                        place.id(),
                        "The newsroom put words into this quotation: does it say what the speaker meant?"))
                : Stream.of();
    }

    /** Reported speech is the newsroom's wording too. */
    private static Stream<Flag> judging(ClaimContent content, Appearance place) {
        return content.inEnglish() && place.content().quotationType() != QuotationType.DIRECT_QUOTE
                ? LoadedWords.firstIn(exact(place)).stream()
                        .map(word -> Flag.warningAt(
                                "loaded_word",
                                place.id(),
                                "\"" + word + "\" judges: say what happened, or whose word it is."))
                : Stream.of();
    }

    private static boolean isOwnWords(Appearance place) {
        return place.content().quotationType() == QuotationType.NONE;
    }

    private static boolean saysFlatly(Appearance place) {
        Hedge hedge = place.content().hedge();
        return hedge != null && hedge.level() == Hedge.Level.ASSERTED;
    }

    private static boolean makesExact(ClaimContent content, String words) {
        return content.quantities().stream()
                        .filter(quantity -> INEXACT.contains(quantity.comparator()))
                        .map(quantity -> quantity.value().stripTrailingZeros().toPlainString())
                        .anyMatch(
                                number -> Pattern.compile("(?<![\\d.,])" + Pattern.quote(number) + "(?![\\d]|[.,]\\d)")
                                        .matcher(words)
                                        .find())
                && !COMPARATOR.matcher(words).find();
    }

    private static String exact(Appearance place) {
        return place.content().selector() == null
                ? ""
                : place.content().selector().quote().exact();
    }
}

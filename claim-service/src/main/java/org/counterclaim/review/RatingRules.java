package org.counterclaim.review;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads ratings by the scales that are known. The label outranks the number, a number says something only with its scale and
 * without a label, and what no scale knows is not rated: nothing is guessed.
 */
public final class RatingRules {

    private final List<RatingScaleContent> scales;

    /** How each label is compared: many ratings are read by the same rules. */
    private final Map<String, String> folded;

    public RatingRules(List<RatingScaleContent> scales) {
        this.scales = scales;
        this.folded = scales.stream()
                .flatMap(scale -> scale.labels().stream())
                .map(Label::name)
                .distinct()
                .collect(Collectors.toMap(name -> name, Label::folded));
    }

    /**
     * What a rating means.
     *
     * @param url address of the review: its site may have a scale of its own
     * @param language of the review (BCP 47), null if that is not known
     */
    public RatingReading read(Rating rating, String url, String language) {
        List<Doubt> doubts = new ArrayList<>();
        Verdict verdict = rating.hasLabel() ? ofLabel(rating, url, language, doubts) : ofNumber(rating, doubts);
        if (rating.isOutOfRange()) {
            doubts.add(Doubt.NUMBER_OUT_OF_RANGE);
        } else if (rating.hasLabel() && rating.isComparable() && verdict.isFarFrom(rating.place())) {
            doubts.add(Doubt.NUMBER_AGAINST_LABEL);
        }
        return new RatingReading(verdict, List.copyOf(doubts));
    }

    private Verdict ofLabel(Rating rating, String url, String language, List<Doubt> doubts) {
        String label = rating.alternateName();
        String host = host(url);
        List<Label> own = meaning(scale -> scale.isOf(host), label, language);
        List<Label> known = own.isEmpty() ? meaning(RatingScaleContent::isGeneral, label, language) : own;
        List<Verdict> verdicts =
                known.stream().map(Label::normalized).distinct().toList();
        if (verdicts.size() != 1) {
            doubts.add(verdicts.isEmpty() ? Doubt.UNKNOWN_LABEL : Doubt.AMBIGUOUS_LABEL);
            return Verdict.NOT_RATED;
        }
        if (known.stream().noneMatch(as -> as.name().equals(label.strip()))) {
            doubts.add(Doubt.LABEL_CASE);
        }
        return verdicts.get(0);
    }

    /** The labels of these scales that are written so: those of the language, or else of any. */
    private List<Label> meaning(Predicate<RatingScaleContent> which, String label, String language) {
        String wanted = Label.folded(label);
        List<Label> written = scales.stream()
                .filter(which)
                .flatMap(scale -> scale.labels().stream())
                .filter(known -> folded.get(known.name()).equals(wanted))
                .toList();
        List<Label> inLanguage = Stream.ofNullable(language)
                .flatMap(tag -> written.stream().filter(known -> known.isIn(tag)))
                .toList();
        return inLanguage.isEmpty() ? written : inLanguage;
    }

    private static Verdict ofNumber(Rating rating, List<Doubt> doubts) {
        if (!rating.hasNumber()) {
            doubts.add(Doubt.NO_RATING);
        } else if (!rating.hasScale()) {
            doubts.add(Doubt.NUMBER_WITHOUT_SCALE);
        } else if (!rating.isOutOfRange()) {
            return Verdict.at(rating.place());
        }
        return Verdict.NOT_RATED;
    }

    private static String host(String url) {
        try {
            return Optional.ofNullable(new URI(url).getHost()).orElse("").toLowerCase(Locale.ROOT);
        } catch (URISyntaxException notOneOfTheJdk) {
            return "";
        }
    }
}

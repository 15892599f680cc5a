package org.counterclaim.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Flag;
import org.counterclaim.kit.search.SearchText;
import org.counterclaim.lint.Passage.Stretch;

/** A headline that says flatly what the text leaves open: the text hedges where it first says the same. */
final class HeadlineHedge implements Rule {

    private static final Pattern BETWEEN_CLAUSES =
            Pattern.compile("\\s(?:as|after|while|amid|but)\\s|\\s?[;:,—–]\\s?|\\s-\\s|$", Pattern.CASE_INSENSITIVE);

    /** How many words of a headline's clause a sentence has that says the same. */
    private static final double SAME = 0.75;

    private static final int ENOUGH_WORDS = 3;

    /** How far into the text a headline is looked for. */
    private static final int LEAD = 40;

    @Override
    public Stream<Flag> flags(Story story) {
        return story.isRead()
                ? story.passages(Passage.Kind.HEADLINE)
                        .flatMap(headline ->
                                clauses(headline.text()).flatMap(clause -> flag(story, headline, clause).stream()))
                : Stream.of();
    }

    private static Stream<Stretch> clauses(String headline) {
        List<Stretch> clauses = new ArrayList<>();
        int start = 0;
        Matcher between = BETWEEN_CLAUSES.matcher(headline);
        while (between.find()) {
            clauses.add(new Stretch(start, between.start()));
            start = between.end();
        }
        return clauses.stream();
    }

    private static Optional<Flag> flag(Story story, Passage headline, Stretch clause) {
        String flat = headline.words(clause);
        Set<String> words = SearchText.wordsOf(story.language(), flat);
        if (words.size() < ENOUGH_WORDS || flat.endsWith("?") || Cues.attribute(flat) || Cues.hedgeTitle(flat)) {
            return Optional.empty();
        }
        return story.body()
                .flatMap(passage -> passage.sentences().stream().map(passage::words))
                .limit(LEAD)
                .filter(saysTheSame(story.language(), words))
                .findFirst()
                .filter(Cues::hedge)
                .map(sentence -> headline.flag(
                        "hedge_drift",
                        clause,
                        "The headline says \"" + flat + "\" flatly; the text leaves it open: \"" + sentence + "\""));
    }

    private static Predicate<String> saysTheSame(String language, Set<String> words) {
        return sentence -> {
            Set<String> said = SearchText.wordsOf(language, sentence);
            return words.stream().filter(said::contains).count() >= SAME * words.size();
        };
    }
}

package org.counterclaim.proposal;

import java.util.List;
import java.util.regex.Pattern;
import org.counterclaim.appearance.AppearanceContent;
import org.counterclaim.appearance.Hedge;
import org.counterclaim.attribution.Attitude;
import org.counterclaim.attribution.Attribution;
import org.counterclaim.position.Aspect;
import org.counterclaim.position.PositionContent;
import org.counterclaim.position.Stance;

/** What an attribution is as a position on a claim. */
final class ProposedPositions {

    /** A denial of so many is no denial of any. */
    private static final Pattern DEGREE = Pattern.compile("(?i)\\b(?:significant|large"
            + " numbers?|widespread|major|massive|exaggerat\\w*|overstated|inflated|entirely|not all|only)\\b");

    private ProposedPositions() {}

    static PositionContent of(
            Attribution attribution, boolean denies, String party, List<AppearanceContent> appearances, String note) {
        boolean inPart =
                denies && DEGREE.matcher(Propositions.content(attribution)).find();
        return new PositionContent(
                party,
                denies ? denial(attribution, inPart) : stance(attribution.stance()),
                inPart ? Aspect.SCALE : Aspect.WHOLE,
                attribution.quotationType(),
                hedge(attribution),
                null,
                null,
                null,
                note,
                appearances);
    }

    private static Stance denial(Attribution attribution, boolean inPart) {
        boolean denies = attribution.stance() == Attitude.DENIES;
        return !denies ? Stance.REFRAMES : inPart ? Stance.DENIES_IN_PART : Stance.DENIES;
    }

    private static Stance stance(Attitude attitude) {
        return switch (attitude) {
            case ASSERTS, HEDGES, DENIES -> Stance.AFFIRMS;
            case QUESTIONS -> Stance.REFRAMES;
            case NO_KNOWLEDGE -> Stance.ACKNOWLEDGES_UNKNOWN;
            case DOES_NOT_ASSERT -> Stance.DOES_NOT_ALLEGE;
        };
    }

    /** By the cue, then by the words: the first that holds back says who does. */
    static Hedge hedge(Attribution attribution) {
        List<String> cues = attribution.hedges().stream()
                .map(hedge -> hedge.words().exact())
                .limit(20)
                .toList();
        boolean reporter = attribution.hedges().stream().anyMatch(Attribution.HedgeWord::byReporter);
        if (attribution.stance() == Attitude.HEDGES) {
            return new Hedge(Hedge.Level.SUGGESTED, cues, Hedge.By.SPEAKER);
        }
        if (cues.isEmpty()) {
            return null;
        }
        return reporter
                ? new Hedge(Hedge.Level.ALLEGED, cues, Hedge.By.REPORTER)
                : new Hedge(Hedge.Level.POSSIBLE, cues, Hedge.By.SPEAKER);
    }
}

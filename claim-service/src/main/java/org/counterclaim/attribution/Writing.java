package org.counterclaim.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.counterclaim.appearance.QuotationType;

/** Writes down what the rules have found, in the order of the text. */
final class Writing {

    private static final Set<String> SAYING = Set.of("say", "claim", "insist", "add", "argue", "allege", "maintain");

    private final Story story;
    private final Lexicon lexicon;
    private final CodePoints offsets;
    private final Stances stances;
    private final Hedging hedging;
    private final Amounts amounts;

    Writing(Story story, Lexicon lexicon, CodePoints offsets) {
        this.story = story;
        this.lexicon = lexicon;
        this.offsets = offsets;
        this.stances = new Stances(lexicon);
        this.hedging = new Hedging(lexicon, story, offsets);
        this.amounts = new Amounts(story.text(), offsets);
    }

    List<Attribution> attributions(List<Draft> drafts, Function<Draft, String> speaker) {
        List<Draft> ordered = new ArrayList<>(drafts);
        ordered.sort((a, b) -> Integer.compare(a.cueStart(), b.cueStart()));
        Map<Draft, String> ids = new HashMap<>();
        ordered.forEach(draft -> ids.put(draft, "a" + (ids.size() + 1)));
        return ordered.stream()
                .map(draft -> attribution(draft, ids.get(draft), speaker.apply(draft), ids.get(draft.parent)))
                .toList();
    }

    private Attribution attribution(Draft draft, String id, String speaker, String parent) {
        return new Attribution(
                id,
                draft.source.isEmpty() ? null : offsets.passage(draft.source.get(0)),
                speaker,
                offsets.passage(draft.cue.get(0)),
                draft.content.stream().map(offsets::passage).toList(),
                type(draft),
                stances.of(draft, story.text()),
                isStatement(draft),
                hedging.of(draft),
                amounts.in(draft.content),
                parent,
                draft.headline,
                confidence(draft));
    }

    /** Whether a verb stands in it that is its own, and not that of a relative clause. */
    private boolean isStatement(Draft draft) {
        List<Token> tokens = new ArrayList<>();
        draft.content.forEach(span -> tokens.addAll(story.tokensIn(span)));
        Sentence said = new Sentence(tokens, lexicon, 0);
        if (said.is(0, "that") && said.size() > 3) {
            return true;
        }
        boolean thing = said.is(0, "to", "for", "of", "about", "against") && !said.tagged(1, "CD");
        // the tagger takes "40 people marched" for a phrase, but nobody says a phrase
        return SAYING.contains(draft.word) && said.hasVerb(1, said.size()) && !thing || hasOwnVerb(said, thing);
    }

    private static boolean hasOwnVerb(Sentence said, boolean thing) {
        boolean relative = false;
        for (int i = 0; i < said.size(); i++) {
            relative |= i > 0 && said.relative(i) && !said.is(i - 1, "said");
            if (said.finite(i) && !said.is(i - 1, "to")) {
                return !relative && !thing;
            }
        }
        return false;
    }

    private QuotationType type(Draft draft) {
        boolean quoted = draft.parent != null && story.quotationAt(draft.cueStart()) != null;
        return quoted
                ? QuotationType.DIRECT_QUOTE
                : QuotationType.valueOf(QuotationTypes.of(story.text(), draft.content, story.quotations())
                        .toUpperCase(Locale.ROOT));
    }

    /** How sure such an attribution is, on a scale of our own: direct speech more than what is told of it. It orders; it promises no rate. */
    private double confidence(Draft draft) {
        double base = Confidence.of(draft, type(draft));
        double less =
                (draft.source.isEmpty() ? 0.25 : 0) + (draft.parent != null ? 0.1 : 0) + (draft.headline ? 0.1 : 0);
        return Math.max(0.1, Math.round(100 * (base - less)) / 100.0);
    }
}

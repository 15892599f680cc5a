package org.counterclaim.attribution;

import java.util.ArrayList;
import java.util.List;

/** Finds the words that hold what is said at a distance, and whose they are: "reportedly" is the reporter's, "may" the speaker's. */
final class Hedging {

    private final Lexicon lexicon;
    private final Story story;
    private final CodePoints offsets;

    Hedging(Lexicon lexicon, Story story, CodePoints offsets) {
        this.lexicon = lexicon;
        this.story = story;
        this.offsets = offsets;
    }

    List<Attribution.HedgeWord> of(Draft draft) {
        List<Attribution.HedgeWord> hedges = new ArrayList<>();
        for (Span content : draft.content) {
            for (Token token : story.tokensIn(content)) {
                boolean reporters = lexicon.has("reporter-hedge", token.lower());
                boolean speakers = lexicon.has("speaker-hedge", token.lower())
                        && !token.form().equals("May");
                if (reporters || speakers) {
                    hedges.add(new Attribution.HedgeWord(offsets.passage(token.span()), reporters && !token.quoted()));
                }
            }
        }
        return hedges;
    }
}

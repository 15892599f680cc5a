package org.counterclaim.attribution;

import java.util.List;
import org.counterclaim.appearance.QuotationType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who says what in a text, in which words.
 *
 * @param source the words that name who says it; null where nobody is named
 * @param speaker key of the speaker whom these words mean; null where nobody is named
 * @param cue the words that say that it is said
 * @param content what is said, in its pieces
 * @param statement whether that is a whole statement, and no thing or intention
 * @param hedges words that hold it at a distance
 * @param parent id of the attribution that it is part of: somebody says that somebody says
 * @param headline whether it stands in a headline, where what was hedged is often not
 * @param confidence from 0 to 1
 */
@Schema(name = "Attribution")
public record Attribution(
        @Schema(required = true) String id,
        Passage source,
        String speaker,
        @Schema(required = true) Passage cue,
        @Schema(required = true) List<Passage> content,
        @Schema(required = true) QuotationType quotationType,
        @Schema(required = true) Attitude stance,
        @Schema(required = true) boolean statement,
        @Schema(required = true) List<HedgeWord> hedges,
        @Schema(required = true) List<Amount> quantities,
        String parent,
        @Schema(required = true) boolean headline,
        @Schema(required = true) double confidence) {

    /**
     * A word that holds what is said at a distance.
     *
     * @param byReporter whether it is the reporter's, and not the speaker's
     */
    @Schema(name = "HedgeWord")
    public record HedgeWord(
            @Schema(required = true) Passage words,
            @Schema(required = true) boolean byReporter) {}
}

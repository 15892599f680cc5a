package org.counterclaim.attribution;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
@Schema(name = "ProposedAttribution")
public record Attribution(
        @NotNull @Size(min = 1, max = 20) @Schema(required = true)
        String id,

        @Valid Passage source,
        @Size(max = 300) String speaker,
        @NotNull @Valid @Schema(required = true) Passage cue,

        @NotNull @Size(min = 1, max = 200) @Schema(required = true)
        List<@NotNull @Valid Passage> content,

        @NotNull @Schema(required = true) QuotationType quotationType,
        @NotNull @Schema(required = true) Attitude stance,
        @Schema(required = true) boolean statement,
        @NotNull @Size(max = 1000) @Schema(required = true) List<@NotNull @Valid HedgeWord> hedges,

        @NotNull @Size(max = 1000) @Schema(required = true) List<@NotNull @Valid Amount> quantities,

        @Size(max = 20) String parent,
        @Schema(required = true) boolean headline,
        @Schema(required = true) double confidence) {

    /**
     * A word that holds what is said at a distance.
     *
     * @param byReporter whether it is the reporter's, and not the speaker's
     */
    @Schema(name = "HedgeWord")
    public record HedgeWord(
            @NotNull @Valid @Schema(required = true) Passage words,
            @Schema(required = true) boolean byReporter) {}
}

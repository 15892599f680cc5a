package org.counterclaim.appearance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a statement commits itself, and who holds back: "reportedly" is the reporter's, "we suspect" the speaker's.
 *
 * @param cues the words that show it, as they stand in the text
 * @param by null where nobody hedges
 */
public record Hedge(
        @NotNull @Schema(required = true) Level level,
        @Size(max = 20) List<@NotBlank @Size(max = 100) String> cues,
        By by) {

    /** From a plain assertion to a mere condition. */
    @Schema(name = "HedgeLevel")
    public enum Level {
        ASSERTED,
        ATTRIBUTED,
        GENERALISED,
        SUGGESTED,
        POSSIBLE,
        SUSPECTED,
        ALLEGED,
        CONDITIONAL;

        /** Whether the holder stands by it: what only may be so is held tentatively. */
        public boolean isFirm() {
            return this == ASSERTED || this == ATTRIBUTED || this == GENERALISED;
        }
    }

    /** Whose hedge it is. */
    @Schema(name = "HedgedBy")
    public enum By {
        SPEAKER,
        REPORTER
    }

    /** No hedge at all. */
    public static final Hedge NONE = new Hedge(Level.ASSERTED, List.of(), null);

    public Hedge {
        cues = cues == null ? List.of() : cues;
    }
}

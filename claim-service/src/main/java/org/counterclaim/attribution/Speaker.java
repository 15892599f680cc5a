package org.counterclaim.attribution;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody who speaks in a text, under all names that the text uses.
 *
 * @param key what attributions call the speaker by
 * @param name the longest name
 * @param jobTitle the role that the text gives; null if it gives none
 * @param mentions where the text means the speaker as the source of something
 * @param memberOf the state or body that the speaker belongs to; null if the text says none
 */
@Schema(name = "Speaker")
public record Speaker(
        @Schema(required = true) String key,
        @Schema(required = true) String name,
        @Schema(required = true) Kind kind,
        String jobTitle,
        @Schema(required = true) List<Passage> mentions,
        String memberOf) {

    /** What sort of speaker it is. */
    @Schema(name = "SpeakerKind")
    public enum Kind {
        PERSON,
        GOVERNMENT,
        ORGANIZATION,
        GROUP
    }
}

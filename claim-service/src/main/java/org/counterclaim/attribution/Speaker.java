package org.counterclaim.attribution;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
        @NotNull @Size(min = 1, max = 300) @Schema(required = true)
        String key,

        @NotBlank @Size(max = 300) @Schema(required = true) String name,

        @NotNull @Schema(required = true) Kind kind,
        @Size(max = 300) String jobTitle,

        @NotNull @Size(max = 1000) @Schema(required = true) List<@NotNull @Valid Passage> mentions,

        @Size(min = 1, max = 300) String memberOf) {

    /** What sort of speaker it is. */
    @Schema(name = "SpeakerKind")
    public enum Kind {
        PERSON,
        GOVERNMENT,
        ORGANIZATION,
        GROUP
    }
}

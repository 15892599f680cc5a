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
 * @param party id of the party that the speaker is; null if nobody is known who is called so, or several are
 * @param namesakes the parties that are called so, if they are several: which of them it is, is for an editor to say in {@code party}
 */
@Schema(name = "Speaker")
public record Speaker(
        @NotNull @Size(min = 1, max = 300) @Schema(required = true)
        String key,

        @NotBlank @Size(max = 300) @Schema(required = true) String name,

        @NotNull @Schema(required = true) Kind kind,
        @Size(max = 300) String jobTitle,

        @NotNull @Size(max = 1000) @Schema(required = true) List<@NotNull @Valid Passage> mentions,

        @Size(min = 1, max = 300) String memberOf,
        @Size(min = 1, max = 100) String party,
        @Size(max = 200) List<@NotNull @Valid Namesake> namesakes) {

    /** One of several parties that are called like a speaker, with what tells them apart. */
    @Schema(name = "Namesake")
    public record Namesake(
            @NotBlank @Size(max = 100) @Schema(required = true)
            String id,

            @NotBlank @Size(max = 300) @Schema(required = true)
            String name,

            @Size(max = 300) String jobTitle,
            @Size(max = 50) List<@NotBlank @Size(max = 300) String> memberOf) {}

    /** The same as one of those who are known, or as none. */
    public Speaker known(String as, List<Namesake> others) {
        return new Speaker(key, name, kind, jobTitle, mentions, memberOf, as, others);
    }

    /** What sort of speaker it is. */
    @Schema(name = "SpeakerKind")
    public enum Kind {
        PERSON,
        GOVERNMENT,
        ORGANIZATION,
        GROUP
    }
}

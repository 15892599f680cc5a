package org.counterclaim.party;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.counterclaim.kit.http.Representation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A party as it is read.
 *
 * @param id {@code pty_} and a ULID
 */
@JsonPropertyOrder({"id", "revision"})
@Schema(name = "Party")
public record PartyView(
        @Schema(required = true) String id,
        @Schema(required = true) int revision,
        @JsonUnwrapped PartyContent content,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    public static PartyView of(Party party) {
        return new PartyView(party.id(), party.revision(), party.content(), party.createdAt(), party.updatedAt());
    }

    static Representation<PartyView> representation(Party party) {
        return Representation.of(of(party), party.revision(), party.updatedAt());
    }
}

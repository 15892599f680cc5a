package org.counterclaim.linked;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The claims of a story as one JSON-LD document, each with its reviews. */
@Schema(name = "SchemaClaims", description = "Claims of schema.org with their ClaimReviews, as JSON-LD.")
public record SchemaClaims(
        @JsonProperty("@context") @Schema(required = true) String context,
        @JsonProperty("@graph") @Schema(required = true) List<SchemaClaim> graph) {

    public static SchemaClaims of(List<SchemaClaim> claims) {
        return new SchemaClaims(SchemaClaim.CONTEXT, claims);
    }
}

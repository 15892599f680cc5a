package org.counterclaim.linked;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A JSON-LD document with several things in it. */
@Schema(name = "ClaimReviews", description = "The ClaimReviews of schema.org for one claim, as JSON-LD.")
public record SchemaGraph(
        @JsonProperty("@context") @Schema(required = true) String context,
        @JsonProperty("@graph") @Schema(required = true) List<SchemaReview> graph) {

    public static SchemaGraph of(List<SchemaReview> reviews) {
        return new SchemaGraph(SchemaClaim.CONTEXT, reviews);
    }
}

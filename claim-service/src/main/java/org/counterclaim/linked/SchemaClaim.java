package org.counterclaim.linked;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A Claim of schema.org. It says nothing of who disputes it, for which there is no word there.
 *
 * @param context absent within another thing
 * @param name the claim in few words
 * @param datePublished when it was made, cut short to what is known
 * @param appearance the texts that it appears in
 */
@RecordBuilder
@RecordBuilder.Options(inheritComponentAnnotations = false)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "SchemaClaim", description = "A Claim of schema.org.")
public record SchemaClaim(
        @JsonProperty("@context") String context,
        @JsonProperty("@type") @Schema(required = true) String type,
        @JsonProperty("@id") @Schema(required = true) String uri,
        @Schema(required = true) String identifier,
        @Schema(required = true) String version,
        @Schema(required = true) String text,
        String name,
        String inLanguage,
        Named author,
        Named claimInterpreter,
        String datePublished,
        List<Named> about,
        List<Work> appearance,
        List<SchemaReview> review,
        @Schema(required = true) String creativeWorkStatus,
        @Schema(required = true) Instant dateModified) {

    /** What documents of schema.org begin with. */
    public static final String CONTEXT = "https://schema.org";

    /** The same as a document of its own. */
    public SchemaClaim asDocument(List<SchemaReview> reviews) {
        return SchemaClaimBuilder.builder(this).context(CONTEXT).review(reviews).build();
    }
}

package org.counterclaim.linked;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.counterclaim.review.Rating;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A Rating of schema.org, as its author gave it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "SchemaRating")
record SchemaRating(
        @JsonProperty("@type") @Schema(required = true) String type,
        BigDecimal ratingValue,
        BigDecimal bestRating,
        BigDecimal worstRating,
        String alternateName) {

    static SchemaRating of(Rating rating) {
        return new SchemaRating(
                "Rating", rating.ratingValue(), rating.bestRating(), rating.worstRating(), rating.alternateName());
    }
}

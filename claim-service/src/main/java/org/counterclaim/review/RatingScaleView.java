package org.counterclaim.review;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.counterclaim.kit.http.Representation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A scale of labels as it is read.
 *
 * @param id {@code rsc_} and words that its first writer chose
 */
@JsonPropertyOrder({"id", "revision"})
@Schema(name = "RatingScale")
record RatingScaleView(
        @Schema(required = true, example = "rsc_lupa") String id,
        @Schema(required = true) int revision,
        @JsonUnwrapped RatingScaleContent content,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {

    static RatingScaleView of(RatingScale scale) {
        return new RatingScaleView(scale.id(), scale.revision(), scale.content(), scale.createdAt(), scale.updatedAt());
    }

    static Representation<RatingScaleView> representation(RatingScale scale) {
        return Representation.of(of(scale), scale.revision(), scale.updatedAt());
    }
}

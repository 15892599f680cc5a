package org.counterclaim.review;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A review as it is read.
 *
 * @param id {@code rev_} and a ULID
 * @param normalized what its rating means, by the rating scales; its label outranks its number
 * @param doubts why somebody should look at that; none if the rating is clear
 */
@JsonPropertyOrder({"id"})
@Schema(name = "Review")
public record ReviewView(
        @Schema(required = true) String id,
        @JsonUnwrapped ReviewContent content,
        @Schema(required = true) Verdict normalized,
        @Schema(required = true) List<Doubt> doubts,
        @Schema(required = true) Origin origin) {

    /** Where a review came from. */
    @Schema(name = "ReviewOrigin")
    enum Origin {
        NATIVE,
        IMPORTED
    }

    public static ReviewView of(Review review) {
        return new ReviewView(
                review.id(),
                review.content(),
                review.normalized(),
                review.doubts(),
                review.source() == null ? Origin.NATIVE : Origin.IMPORTED);
    }
}

package org.counterclaim.linked;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.counterclaim.review.Review;
import org.counterclaim.review.ReviewContent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A ClaimReview of schema.org. There is one for each review that somebody made; none is made of a dispute status.
 *
 * @param itemReviewed the claim; absent where the review stands within it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "ClaimReview", description = "A ClaimReview of schema.org.")
public record SchemaReview(
        @JsonProperty("@type") @Schema(required = true) String type,
        @JsonProperty("@id") @Schema(required = true) String uri,
        @Schema(required = true) String identifier,
        @Schema(required = true) String url,
        @Schema(required = true) Named author,
        String datePublished,
        String inLanguage,
        @Schema(required = true) String claimReviewed,
        String reviewBody,
        @Schema(required = true) SchemaRating reviewRating,
        SchemaClaim itemReviewed) {

    /** A review of a claim with this text. */
    public static SchemaReview of(Review review, String claimReviewed, SchemaClaim itemReviewed) {
        ReviewContent content = review.content();
        return new SchemaReview(
                "ClaimReview",
                Uris.of(review.id()),
                review.id(),
                content.url(),
                Named.of(content.author()),
                content.datePublished().value(),
                content.inLanguage(),
                claimReviewed,
                content.reviewBody(),
                SchemaRating.of(content.reviewRating()),
                itemReviewed);
    }
}

package org.counterclaim.claim;

import java.util.List;
import java.util.stream.Stream;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.review.Review;

/** Adds reviews to a claim, and writes one anew. */
final class Reviews {

    private Reviews() {}

    static Claim add(Claim claim, Review review) {
        if (claim.review(review.id()).isPresent()) {
            throw Problem.CONFLICT.because("The claim has this review already.");
        }
        if (claim.reviews().size() >= Claim.MAX_REVIEWS) {
            String detail = "A claim has at most " + Claim.MAX_REVIEWS + " reviews.";
            throw Problem.VALIDATION.because(detail, List.of(new FieldError("", "too-many", detail)));
        }
        return claim.withReviews(
                Stream.concat(claim.reviews().stream(), Stream.of(review)).toList());
    }

    /** The claim with this review in the place of the one of the same id. */
    static Claim replace(Claim claim, Review review) {
        return claim.withReviews(claim.reviews().stream()
                .map(known -> known.id().equals(review.id()) ? review : known)
                .toList());
    }

    /** The review of this id, or 404. */
    static Review require(Claim claim, String reviewId) {
        return claim.review(reviewId)
                .orElseThrow(() -> Problem.NOT_FOUND.because("The claim has no review of this id."));
    }
}

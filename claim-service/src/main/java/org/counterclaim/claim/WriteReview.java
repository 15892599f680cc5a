package org.counterclaim.claim;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.counterclaim.kit.idempotency.Once;
import org.counterclaim.review.RatingScales;
import org.counterclaim.review.Review;
import org.counterclaim.review.ReviewContent;

/** Writes down what a fact-checker found of a claim, read by the rating scales that are known. */
@ApplicationScoped
class WriteReview {

    private final ReviseClaim revise;
    private final Claims claims;
    private final RatingScales scales;
    private final ReviewPatch patches;

    WriteReview(ReviseClaim revise, Claims claims, RatingScales scales, ReviewPatch patches) {
        this.revise = revise;
        this.claims = claims;
        this.scales = scales;
        this.patches = patches;
    }

    Uni<Claim> add(ClaimWrite write, ReviewContent content, Once once) {
        return once.make(
                Review.PREFIX,
                id -> scales.rules()
                        .map(rules -> Review.of(id, content, rules, null))
                        .chain(review -> revise.edit(write, claim -> Reviews.add(claim, review))),
                id -> claims.withNew("reviews", write.id(), id));
    }

    /** Changes what is written down of a review; its rating is read again. */
    Uni<Claim> patch(ClaimWrite write, String reviewId, JsonNode patch) {
        return scales.rules()
                .chain(rules -> revise.edit(write, claim -> {
                    Review known = Reviews.require(claim, reviewId);
                    return Reviews.replace(claim, known.rewritten(patches.apply(known.content(), patch), rules));
                }));
    }
}

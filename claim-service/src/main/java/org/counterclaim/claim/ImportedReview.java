package org.counterclaim.claim;

import java.util.List;
import org.counterclaim.appearance.AppearanceContent;
import org.counterclaim.party.PartyContent;
import org.counterclaim.review.ReviewContent;

/**
 * A claim, and mostly a review of it, as somebody else published them.
 *
 * @param content the claim, if it is new here; its author is not in it
 * @param author who made the claim, null if that is not said
 * @param appearances where it was made
 * @param review what was found, null for a claim without a review
 * @param occurrence the how manyth different review of the claim it is on its page in one import, from 1
 * @param ids what the claim and its author are called where they come from
 */
public record ImportedReview(
        ClaimContent content,
        PartyContent author,
        List<AppearanceContent> appearances,
        ReviewContent review,
        int occurrence,
        Ids ids) {

    /**
     * Ids that a service like this one gave, each null if there is none.
     *
     * @param claim of the claim
     * @param author of the party that made it
     */
    public record Ids(String claim, String author) {}

    /** Id of the party that made the claim, null if that is not said: whoever has the same name and type is taken for one. */
    public String authorId() {
        if (author == null || ids.author != null) {
            return author == null ? null : ids.author;
        }
        return "pty_" + ImportKeys.ulid(ImportKeys.key(author.type().name(), author.name()));
    }

    /** What the claim is known by: its words, and who made it. */
    public String claimKey() {
        return ImportKeys.claim(content.text(), authorId());
    }

    /**
     * What the review is known by when it is imported again, in whatever form: its page, the claim's words, and who made the claim.
     * What it finds may change. Null for a claim without a review.
     */
    public String reviewKey() {
        return review == null ? null : ImportKeys.review(review.url(), claimKey(), occurrence);
    }

    /** The id of the claim if it is new: its own where it comes from, or made of its key, so that two imports at once cannot make two. */
    String claimId() {
        return ids.claim == null ? "clm_" + ImportKeys.ulid(claimKey()) : ids.claim;
    }
}

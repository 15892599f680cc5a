package org.counterclaim.claim;

import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.position.Position;
import org.counterclaim.position.PositionContent;
import org.counterclaim.position.Stance;
import org.counterclaim.review.RatingRules;
import org.counterclaim.review.Review;
import org.counterclaim.review.ReviewSource;

/**
 * One row of an import, to be kept.
 *
 * @param rules how ratings are read
 * @param caller in whose name
 * @param row names the row among those of all imports
 * @param again whether somebody may have kept it already, and died
 * @param dry whether nothing is to be written
 */
public record ImportTask(
        ImportedReview imported, RatingRules rules, Caller caller, String row, boolean again, boolean dry) {

    /** A change that says where it came from. */
    Change change() {
        return Change.ofContent(caller, "update", "Import, row " + row);
    }

    /** The review as a new one; null if the row has none. */
    Review review() {
        return imported.review() == null
                ? null
                : Review.of(
                        Review.PREFIX + ImportKeys.ulid(imported.reviewKey()),
                        imported.review(),
                        rules,
                        new ReviewSource(imported.reviewKey(), row));
    }

    /** The claim's wording, made by its author. */
    ClaimContent content() {
        return imported.author() == null
                ? imported.content()
                : imported.content().by(imported.authorId());
    }

    /** That whoever made the claim holds it. */
    Position held() {
        PositionContent position = new PositionContent(
                imported.authorId(), Stance.AFFIRMS, null, null, null, null, null, null, null, null);
        return Position.of(Position.newId(), position, null);
    }
}

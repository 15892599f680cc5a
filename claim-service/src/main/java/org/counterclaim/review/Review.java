package org.counterclaim.review;

import java.util.Collection;
import java.util.List;

/**
 * A review of a claim, with what its rating was read as when it was written down.
 *
 * @param id {@code rev_} and a ULID
 * @param normalized what its rating means
 * @param doubts why somebody should look at that
 * @param source where it was imported from; null for one that the newsroom wrote down
 */
public record Review(String id, ReviewContent content, Verdict normalized, List<Doubt> doubts, ReviewSource source) {

    /** What an id begins with. */
    public static final String PREFIX = "rev_";

    /** A review as these rules read it. */
    public static Review of(String id, ReviewContent content, RatingRules rules, ReviewSource source) {
        RatingReading reading = rules.read(content.reviewRating(), content.url(), content.inLanguage());
        return new Review(id, content, reading.normalized(), reading.doubts(), source);
    }

    /** The same, written down anew. */
    public Review rewritten(ReviewContent written, RatingRules rules) {
        return of(id, written, rules, source);
    }

    /** The same in the place of another one. */
    public Review under(String otherId) {
        return new Review(otherId, content, normalized, doubts, source);
    }

    /** Whether another one says the same, and is read as the same. */
    public boolean saysTheSameAs(Review other) {
        return content.equals(other.content) && normalized == other.normalized && doubts.equals(other.doubts);
    }

    /** Whether two of them come to different verdicts; one that gives none disagrees with nobody. */
    public static boolean disagree(Collection<Review> reviews) {
        return reviews.stream()
                        .map(Review::normalized)
                        .filter(verdict -> verdict != Verdict.NOT_RATED)
                        .distinct()
                        .count()
                > 1;
    }
}

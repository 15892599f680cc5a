package org.counterclaim.review;

import java.util.List;

/**
 * What a rating was read as.
 *
 * @param normalized the verdict; not rated where the rating does not say it for sure
 * @param doubts why somebody should look at it
 */
public record RatingReading(Verdict normalized, List<Doubt> doubts) {}

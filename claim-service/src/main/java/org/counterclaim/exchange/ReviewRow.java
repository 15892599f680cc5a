package org.counterclaim.exchange;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;

/**
 * One row of an import, whatever it came in: the texts as they came, null where there is none, and nothing read of them yet.
 *
 * @param claimId the claim's id, if it comes from a service like this one
 * @param claimReviewed the claim's text
 * @param claimName the claim in few words
 * @param claimLanguage language of the claim
 * @param claimant who made the claim
 * @param claimantId the id of that party, if it comes from a service like this one
 * @param claimantType a type of schema.org
 * @param claimDate when it was made
 * @param appearances addresses of where it was made
 * @param url address of the review; a row without any of what follows is a claim without a review
 */
@RecordBuilder
record ReviewRow(
        String claimId,
        String claimReviewed,
        String claimName,
        String claimLanguage,
        String claimant,
        String claimantId,
        String claimantType,
        String claimDate,
        List<String> appearances,
        String url,
        String language,
        String author,
        String authorType,
        String authorUrl,
        String datePublished,
        String reviewBody,
        String ratingValue,
        String bestRating,
        String worstRating,
        String alternateName,
        boolean isReview) {

    ReviewRow {
        appearances = appearances == null ? List.of() : appearances;
    }
}

package org.counterclaim.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Rows in JSON: ClaimReview and Claim of schema.org, and what Google's Fact Check Tools answer to {@code claims:search}. A thing that
 * is none of these is no row.
 */
final class JsonRow {

    private JsonRow() {}

    /** Whether it is one of these. */
    static boolean isRow(JsonNode thing) {
        return isReview(thing) || JsonTexts.isA(thing, "Claim") || isOfSearch(thing);
    }

    static Stream<ReviewRow> of(JsonNode thing) {
        if (isReview(thing)) {
            return Stream.of(review(thing));
        }
        if (JsonTexts.isA(thing, "Claim")) {
            return claim(thing);
        }
        return isOfSearch(thing) ? ofSearch(thing) : Stream.empty();
    }

    private static boolean isReview(JsonNode thing) {
        return JsonTexts.isA(thing, "ClaimReview");
    }

    /** A claim of the search tool names no type. */
    private static boolean isOfSearch(JsonNode thing) {
        return !thing.has("@type") && thing.has("text") && (thing.has("claimReview") || thing.has("claimant"));
    }

    private static ReviewRow review(JsonNode review) {
        JsonNode item = JsonTexts.each(review.path("itemReviewed")).findFirst().orElse(review.path("itemReviewed"));
        String text = JsonTexts.text(review.path("claimReviewed"));
        JsonNode rating = review.path("reviewRating");
        return about(item)
                .claimReviewed(text == null ? JsonTexts.text(item.path("text")) : text)
                .url(JsonTexts.text(review.path("url")))
                .language(JsonTexts.text(review.path("inLanguage")))
                .author(JsonTexts.name(review.path("author")))
                .authorType(JsonTexts.type(review.path("author")))
                .authorUrl(JsonTexts.member(review.path("author"), "url"))
                .datePublished(JsonTexts.text(review.path("datePublished")))
                .reviewBody(JsonTexts.text(review.path("reviewBody")))
                .ratingValue(JsonTexts.member(rating, "ratingValue"))
                .bestRating(JsonTexts.member(rating, "bestRating"))
                .worstRating(JsonTexts.member(rating, "worstRating"))
                .alternateName(JsonTexts.member(rating, "alternateName"))
                .isReview(true)
                .build();
    }

    /** A claim brings its reviews along, if it has any. */
    private static Stream<ReviewRow> claim(JsonNode claim) {
        List<ReviewRow> reviews = JsonTexts.each(claim.path("review"))
                .filter(JsonRow::isReview)
                .map(review -> ReviewRowBuilder.builder(review(review)))
                .map(review -> review.claimReviewed(JsonTexts.text(claim.path("text")))
                        .claimId(JsonTexts.text(claim.path("identifier")))
                        .claimName(JsonTexts.text(claim.path("name")))
                        .claimant(JsonTexts.name(claim.path("author")))
                        .claimantId(JsonTexts.member(claim.path("author"), "identifier"))
                        .claimantType(JsonTexts.type(claim.path("author")))
                        .claimDate(JsonTexts.text(claim.path("datePublished")))
                        .claimLanguage(JsonTexts.text(claim.path("inLanguage")))
                        .appearances(appearances(claim))
                        .build())
                .toList();
        ReviewRow alone =
                about(claim).claimReviewed(JsonTexts.text(claim.path("text"))).build();
        return reviews.isEmpty() ? Stream.of(alone) : reviews.stream();
    }

    private static ReviewRowBuilder about(JsonNode item) {
        return ReviewRowBuilder.builder()
                .claimId(JsonTexts.text(item.path("identifier")))
                .claimName(JsonTexts.isA(item, "Claim") ? JsonTexts.text(item.path("name")) : null)
                .claimLanguage(JsonTexts.text(item.path("inLanguage")))
                .claimant(JsonTexts.name(item.path("author")))
                .claimantId(JsonTexts.member(item.path("author"), "identifier"))
                .claimantType(JsonTexts.type(item.path("author")))
                .claimDate(JsonTexts.text(item.path("datePublished")))
                .appearances(appearances(item));
    }

    private static List<String> appearances(JsonNode item) {
        return Stream.of("firstAppearance", "appearance")
                .flatMap(member -> JsonTexts.each(item.path(member)))
                .map(work -> work.isObject() ? JsonTexts.text(work.path("url")) : JsonTexts.text(work))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Stream<ReviewRow> ofSearch(JsonNode found) {
        ReviewRowBuilder claim = ReviewRowBuilder.builder()
                .claimReviewed(JsonTexts.text(found.path("text")))
                .claimant(JsonTexts.text(found.path("claimant")))
                .claimDate(JsonTexts.text(found.path("claimDate")));
        List<ReviewRow> reviews = JsonTexts.each(found.path("claimReview"))
                .map(review -> ofSearch(claim, review))
                .toList();
        return reviews.isEmpty() ? Stream.of(claim.build()) : reviews.stream();
    }

    private static ReviewRow ofSearch(ReviewRowBuilder claim, JsonNode review) {
        return claim.url(JsonTexts.text(review.path("url")))
                .language(JsonTexts.text(review.path("languageCode")))
                .author(JsonTexts.text(review.path("publisher").path("name")))
                .authorUrl(site(JsonTexts.text(review.path("publisher").path("site"))))
                .datePublished(JsonTexts.text(review.path("reviewDate")))
                .reviewBody(JsonTexts.text(review.path("title")))
                .alternateName(JsonTexts.text(review.path("textualRating")))
                .isReview(true)
                .build();
    }

    /** The tool names a site by its host alone. */
    private static String site(String host) {
        return host == null || host.contains("/") ? host : "https://" + host;
    }
}

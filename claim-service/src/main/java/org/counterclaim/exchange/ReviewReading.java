package org.counterclaim.exchange;

import java.math.BigDecimal;
import org.counterclaim.review.Rating;
import org.counterclaim.review.ReviewContent;

/** Reads the review of a row. */
final class ReviewReading {

    private static final int MAX_NAME = 300;

    /** What stands in some tables where there is nothing. */
    private static final String PLACEHOLDER = "(?i)empty|null|none|n/a|nan|-+";

    private final ReviewRow row;
    private final RowReading reading;
    private final String otherwise;

    /** @param otherwise the language of rows that do not say it */
    ReviewReading(ReviewRow row, RowReading reading, String otherwise) {
        this.row = row;
        this.reading = reading;
        this.otherwise = otherwise;
    }

    /** The review, null if nobody could find it. */
    ReviewContent read() {
        String url = reading.text(row.url());
        if (url == null || !RowReading.isAddress(url)) {
            reading.fail(RowIssue.Code.URL_MISSING, "url", url == null ? "The review has no address." : url);
            return null;
        }
        return new ReviewContent(
                url,
                author(url),
                reading.date("datePublished", row.datePublished()),
                reading.language("inLanguage", row.language(), otherwise),
                body(),
                rating());
    }

    /** Whoever is not named is called by the site that the review stands on: that much is known. */
    private ReviewContent.Author author(String url) {
        String given = reading.text(row.author());
        boolean named = given != null && !RowReading.isLikeAnAddress(given);
        String own = named || row.authorUrl() != null ? row.authorUrl() : given;
        String address = reading.address("author", own);
        if (given == null && own == null) {
            reading.warn(RowIssue.Code.AUTHOR_MISSING, "author", "Nobody is named as its author.");
        }
        String name =
                named ? reading.text("author", given, MAX_NAME) : RowReading.site(address == null ? url : address);
        return new ReviewContent.Author(type(), name, address);
    }

    private ReviewContent.Author.Type type() {
        if (row.authorType() == null) {
            return null;
        }
        return row.authorType().equals("Person")
                ? ReviewContent.Author.Type.PERSON
                : row.authorType().endsWith("Organization") ? ReviewContent.Author.Type.ORGANIZATION : null;
    }

    private String body() {
        String body = reading.text("reviewBody", row.reviewBody(), ReviewContent.MAX_BODY);
        if (body == null) {
            reading.warn(RowIssue.Code.BODY_EMPTY, "reviewBody", "The review has no text.");
        } else if (body.matches(PLACEHOLDER)) {
            reading.warn(RowIssue.Code.BODY_PLACEHOLDER, "reviewBody", body);
            return null;
        }
        return body;
    }

    /** Some write their label where the number belongs. */
    private Rating rating() {
        String value = reading.text(row.ratingValue());
        String label = reading.text("alternateName", row.alternateName(), MAX_NAME);
        boolean isLabel = label == null && value != null && !RowReading.isNumber(value);
        BigDecimal best = reading.number("bestRating", row.bestRating());
        BigDecimal worst = reading.number("worstRating", row.worstRating());
        boolean scale = best == null || worst == null || best.compareTo(worst) != 0;
        if (!scale) {
            reading.warn(RowIssue.Code.NUMBER_UNREADABLE, "worstRating", "The best is the worst: " + best);
        }
        return new Rating(
                isLabel ? null : reading.number("ratingValue", value),
                best,
                scale ? worst : null,
                isLabel ? reading.text("ratingValue", value, MAX_NAME) : label);
    }
}

package org.counterclaim.exchange;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterclaim.appearance.AppearanceContent;
import org.counterclaim.claim.ClaimContent;
import org.counterclaim.claim.ClaimDate;
import org.counterclaim.claim.ImportedReview;
import org.counterclaim.kit.time.PartialDate;
import org.counterclaim.party.PartyContent;
import org.counterclaim.review.Rating;
import org.counterclaim.review.RatingReading;
import org.counterclaim.review.RatingRules;
import org.counterclaim.review.ReviewContent;

/**
 * Makes a claim and a review of a row. What is missing or broken stays missing and is warned of; a row is refused only if there is no
 * claim in it, or no page that the review could be found on.
 */
final class RowRules {

    private static final int LONG_CLAIM = 1_000;
    private static final int MAX_CLAIM = 10_000;
    private static final int MAX_NAME = 300;
    private static final String ULID = "[0-7][0-9A-HJKMNP-TV-Z]{25}";

    private final RatingRules ratings;
    private final String language;

    /**
     * @param ratings how ratings are read
     * @param language of rows that do not say it, null if that is not known
     */
    RowRules(RatingRules ratings, String language) {
        this.ratings = ratings;
        this.language = language;
    }

    ReadRow read(StagedRow staged) {
        RowReading reading = new RowReading();
        if (staged.row() == null) {
            reading.fail(RowIssue.Code.NOT_READABLE, "", staged.fault());
        }
        ImportedReview read = staged.row() == null ? null : read(staged, staged.row(), reading);
        return new ReadRow(reading.faults().isEmpty() ? read : null, reading.warnings(), reading.faults());
    }

    private ImportedReview read(StagedRow staged, ReviewRow row, RowReading reading) {
        compare(staged, reading);
        String text = claim(row, reading);
        ReviewContent review = row.isReview() ? new ReviewReading(row, reading, language).read() : null;
        if (review != null) {
            doubts(review, reading);
        }
        return text == null
                ? null
                : new ImportedReview(
                        content(row, text, review, reading),
                        claimant(row, reading),
                        appearances(row, reading),
                        review,
                        staged.occurrence(),
                        new ImportedReview.Ids(ours("clm_", row.claimId()), ours("pty_", row.claimantId())));
    }

    private static void compare(StagedRow staged, RowReading reading) {
        if (staged.sharedUrl()) {
            reading.warn(RowIssue.Code.SHARED_URL, "url", staged.row().url());
        }
        if (staged.repeated()) {
            reading.warn(RowIssue.Code.REPEATED_ROW, "", "The same row was there before.");
        }
    }

    private static String claim(ReviewRow row, RowReading reading) {
        String text = reading.text(row.claimReviewed());
        if (text == null) {
            reading.fail(RowIssue.Code.CLAIM_MISSING, "claimReviewed", "There is no claim in it.");
        } else if (text.length() > MAX_CLAIM) {
            reading.fail(
                    RowIssue.Code.CLAIM_TOO_LONG, "claimReviewed", "A claim has at most " + MAX_CLAIM + " characters.");
        } else if (text.length() > LONG_CLAIM) {
            reading.warn(RowIssue.Code.CLAIM_LONG, "claimReviewed", text.length() + " characters.");
        }
        if (text != null && text.indexOf('\uFFFD') >= 0) {
            reading.warn(RowIssue.Code.TEXT_DAMAGED, "claimReviewed", "Some of its letters are lost.");
        }
        return text;
    }

    private void doubts(ReviewContent review, RowReading reading) {
        RatingReading rating = ratings.read(review.reviewRating(), review.url(), review.inLanguage());
        rating.doubts()
                .forEach(doubt -> reading.warn(
                        RowIssue.Code.valueOf(doubt.name()), "reviewRating", shown(review.reviewRating())));
    }

    /** A claim is quoted in the language of the review, unless it says another one. */
    private ClaimContent content(ReviewRow row, String text, ReviewContent review, RowReading reading) {
        String around = review == null ? language : review.inLanguage();
        String tag = reading.language("claimLanguage", row.claimLanguage(), around);
        return new ClaimContent(
                text,
                shortText(row, text),
                tag,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                claimDate(row, reading),
                List.of(),
                null);
    }

    private static String shortText(ReviewRow row, String text) {
        return row.claimName() == null || row.claimName().isBlank()
                ? ShortText.of(text)
                : ShortText.of(row.claimName().strip());
    }

    /** The id, if it is one that a service like this one gives. */
    private static String ours(String prefix, String id) {
        return id != null && id.matches(prefix + ULID) ? id : null;
    }

    private static ClaimDate claimDate(ReviewRow row, RowReading reading) {
        PartialDate date = reading.date("claimDate", row.claimDate());
        return date.value() == null ? null : new ClaimDate(date.value(), date.precision(), "As the review says.");
    }

    private static PartyContent claimant(ReviewRow row, RowReading reading) {
        String name = reading.text("claimant", row.claimant(), MAX_NAME);
        if (name == null) {
            return null;
        }
        Optional<PartyContent.Type> type = PartyTypes.of(row.claimantType());
        if (type.isEmpty()) {
            reading.warn(RowIssue.Code.CLAIMANT_TYPE, "claimant", "Taken for a person: " + name);
        }
        return new PartyContent(type.orElse(PartyContent.Type.PERSON), name, null, null, null, null, null);
    }

    private static List<AppearanceContent> appearances(ReviewRow row, RowReading reading) {
        return row.appearances().stream()
                .map(address -> reading.address("appearance", address))
                .filter(Objects::nonNull)
                .distinct()
                .map(address -> new AppearanceContent(null, null, null, null, address, null, null, null, null, null))
                .toList();
    }

    private static String shown(Rating rating) {
        return String.join(
                " ",
                Stream.of(rating.alternateName(), rating.ratingValue(), rating.bestRating())
                        .map(part -> part == null ? "-" : part.toString())
                        .toList());
    }
}

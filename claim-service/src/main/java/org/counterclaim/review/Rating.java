package org.counterclaim.review;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rating as its author gives it (schema.org Rating).
 *
 * @param ratingValue the number, where there is one
 * @param bestRating number of the best rating there is
 * @param worstRating number of the worst
 * @param alternateName the label, which is what the author means; the number never outranks it
 */
@Schema(name = "Rating")
public record Rating(
        @Digits(integer = 9, fraction = 6) BigDecimal ratingValue,
        @Digits(integer = 9, fraction = 6) BigDecimal bestRating,
        @Digits(integer = 9, fraction = 6) BigDecimal worstRating,
        @Size(max = 300) @Schema(example = "Mostly false") String alternateName) {

    /** What is assumed of a scale that does not say where it begins (schema.org, worstRating). */
    private static final BigDecimal USUAL_WORST = BigDecimal.ONE;

    /** Of a review that gives none. */
    public static final Rating NONE = new Rating(null, null, null, null);

    /** Whether its ends are apart. */
    @JsonIgnore
    @AssertTrue(message = "bestRating and worstRating must differ")
    @Schema(hidden = true)
    boolean isScale() {
        return bestRating == null || worstRating == null || bestRating.compareTo(worstRating) != 0;
    }

    boolean hasLabel() {
        return alternateName != null && !alternateName.isBlank();
    }

    boolean hasNumber() {
        return ratingValue != null;
    }

    /** Whether it says itself what its number is worth. */
    boolean hasScale() {
        return bestRating != null && worstRating != null && isScale();
    }

    /** Whether anything can be said of the number, with the usual beginning of a scale where none is given. */
    boolean isComparable() {
        return hasNumber() && bestRating != null && bestRating.compareTo(worst()) != 0;
    }

    /** Where the number stands between the worst, 0, and the best, 1; beyond that if it is out of range. */
    double place() {
        double range = bestRating.subtract(worst()).doubleValue();
        return ratingValue.subtract(worst()).doubleValue() / range;
    }

    /** Whether the number is beyond an end that is given. */
    boolean isOutOfRange() {
        return isComparable() && (place() > 1 || worstRating != null && place() < 0);
    }

    private BigDecimal worst() {
        return worstRating == null ? USUAL_WORST : worstRating;
    }
}

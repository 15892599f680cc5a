package org.counterclaim.proposal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.counterclaim.appearance.ArticleIds;
import org.counterclaim.kit.json.LanguageTag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A text to propose claims from: a raw one, or that of an article.
 *
 * @param articleId id of an article; then there is no text
 * @param language BCP 47; English is read, which is also meant when it is absent
 * @param minConfidence leaves out what is less sure, and puts the surest first
 */
@Schema(name = "ProposalRequest")
record ProposalRequest(
        @Size(min = 1) String text,
        @Pattern(regexp = ArticleIds.FORM) String articleId,
        @LanguageTag @Schema(example = "en") String language,
        @DecimalMin("0") @DecimalMax("1") Double minConfidence) {

    @JsonIgnore
    @AssertTrue(message = "has text, or else articleId")
    @Schema(hidden = true)
    boolean isOfOneText() {
        return (text == null) != (articleId == null);
    }
}

package org.counterclaim.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.counterclaim.kit.json.LanguageTag;
import org.counterclaim.kit.json.WebAddress;
import org.counterclaim.kit.time.PartialDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody found who checked a claim (schema.org ClaimReview).
 *
 * @param url address of the page with the review
 * @param author who checked it
 * @param inLanguage of the review and its label (BCP 47); absent if it is not known
 */
@Schema(name = "ReviewContent")
public record ReviewContent(
        @NotNull @WebAddress @Size(max = 2000) @Schema(required = true)
        String url,

        @NotNull @Valid @Schema(required = true) Author author,
        @Valid PartialDate datePublished,
        @LanguageTag @Schema(example = "pt") String inLanguage,
        @Size(max = MAX_BODY) String reviewBody,
        @NotNull @Valid @Schema(required = true) Rating reviewRating) {

    /** How long the text of a review may be. */
    public static final int MAX_BODY = 20_000;

    /**
     * @param type absent if it is not known
     * @param url the author's own address
     */
    @Schema(name = "ReviewAuthor")
    public record Author(
            Type type,

            @NotBlank @Size(max = 300) @Schema(required = true, example = "Agência Lupa")
            String name,

            @WebAddress @Size(max = 2000) String url) {

        /** Types of schema.org, in its own spelling. */
        @Schema(name = "ReviewAuthorType")
        public enum Type {
            @JsonProperty("Person")
            PERSON,
            @JsonProperty("Organization")
            ORGANIZATION
        }
    }

    public ReviewContent {
        datePublished = datePublished == null ? PartialDate.UNKNOWN : datePublished;
    }
}

package org.counterclaim.appearance;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Stream;
import org.counterclaim.kit.json.WebAddress;
import org.counterclaim.kit.time.PartialDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where something is said: in a section of one of our articles (W3C SpecificResource), or in a text elsewhere.
 *
 * @param articleRevision revision of the article that the selector was made on
 * @param url address of a text elsewhere; then there is no article
 * @param author who wrote the text elsewhere
 */
public record AppearanceContent(
        @Pattern(regexp = ArticleIds.FORM) String articleId,
        @Min(1) @Max(999_999_999) Integer articleRevision,
        @Pattern(regexp = "s(0|[1-9]\\d{0,8})") String sectionId,
        @Valid Selector selector,
        @WebAddress @Size(max = 2000) String url,
        @WebAddress @Size(max = 2000) String archivedUrl,
        @Valid PartialDate datePublished,
        @Size(max = 300) String author,
        QuotationType quotationType,
        @Valid Hedge hedge) {

    /** Whether it is one of the two kinds, wholly. */
    @JsonIgnore
    @AssertTrue(message = "has articleId, articleRevision, sectionId and selector, or else url")
    @Schema(hidden = true)
    boolean isHereOrElsewhere() {
        long here = Stream.of(articleId, articleRevision, sectionId, selector)
                .filter(Objects::nonNull)
                .count();
        return url == null ? here == 4 && archivedUrl == null && datePublished == null && author == null : here == 0;
    }

    AppearanceContent with(Selector completed) {
        return with(articleRevision, sectionId, completed);
    }

    AppearanceContent with(Integer revision, String section, Selector selected) {
        return new AppearanceContent(
                articleId, revision, section, selected, url, archivedUrl, datePublished, author, quotationType, hedge);
    }
}

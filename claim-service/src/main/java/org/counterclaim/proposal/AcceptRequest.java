package org.counterclaim.proposal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.counterclaim.appearance.ArticleIds;
import org.counterclaim.attribution.Attribution;
import org.counterclaim.attribution.Speaker;
import org.counterclaim.kit.json.LanguageTag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an editor takes of what was proposed for an article, as it was proposed or amended.
 *
 * @param articleRevision the revision that it was proposed from
 * @param note kept with each position, such as who has reviewed it
 * @param chosen the claims
 * @param attributions at least those that the claims rest on; offsets count the article's sections, joined by blank lines
 * @param speakers at least those of these attributions
 */
@Schema(name = "ProposalAcceptance")
record AcceptRequest(
        @NotNull @Pattern(regexp = ArticleIds.FORM) @Schema(required = true)
        String articleId,

        @NotNull @Min(1) @Max(999_999_999) @Schema(required = true)
        Integer articleRevision,

        @LanguageTag @Schema(example = "en") String language,
        @Size(max = 2000) String note,

        @NotNull @Size(min = 1, max = 100) @Schema(required = true)
        List<@NotNull @Valid ProposedClaim> chosen,

        @NotNull @Size(max = 1000) @Schema(required = true) List<@NotNull @Valid Attribution> attributions,

        @NotNull @Size(max = 500) @Schema(required = true) List<@NotNull @Valid Speaker> speakers) {}

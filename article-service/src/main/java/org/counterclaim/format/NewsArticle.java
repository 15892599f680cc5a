package org.counterclaim.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.counterclaim.article.ArticleContent.Contributor;
import org.counterclaim.article.ArticleContent.Image;
import org.counterclaim.article.Correction;
import org.counterclaim.article.Source;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An article in the words of schema.org (JSON-LD). A date that nobody knows is null, one that is known in part is cut short; of an
 * author nobody knows whether it is a person.
 *
 * @param creativeWorkStatus the editorial status; of a work that is cited, what became of the search for it
 */
@RecordBuilder
@RecordBuilder.Options(inheritComponentAnnotations = false)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "NewsArticle", description = "A NewsArticle of schema.org as JSON-LD.")
record NewsArticle(
        @JsonProperty("@context") @Schema(required = true) String context,
        @JsonProperty("@type") @Schema(required = true) String type,
        @JsonProperty("@id") @Schema(required = true) String uri,
        @Schema(required = true) String identifier,
        @Schema(required = true) String version,
        @Schema(required = true) String headline,
        String alternativeHeadline,
        @JsonProperty("abstract") String summary,
        String url,
        ImageObject image,
        @Schema(required = true) String inLanguage,

        @Schema(required = true, nullable = true) @JsonInclude(JsonInclude.Include.ALWAYS)
        String datePublished,

        String dateModified,
        List<Named> author,
        Named publisher,
        String articleSection,
        List<Named> about,
        List<String> keywords,
        String articleBody,
        List<CreativeWork> citation,
        List<CorrectionComment> correction,
        @Schema(required = true) String creativeWorkStatus,
        Instant expires,
        String license,
        Named copyrightHolder,
        String usageInfo) {

    /** Something with a name. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "NamedThing")
    record Named(@JsonProperty("@type") String type, String identifier, String name) {

        private static final String PARTY = "pty_";

        static Named of(String name) {
            return new Named(null, null, name);
        }

        /** What an article is about: a name, or the id of a party. */
        static Named thing(String about) {
            return about.startsWith(PARTY) ? new Named("Thing", about, null) : new Named("Thing", null, about);
        }

        static Named organization(Contributor party) {
            return party == null ? null : new Named("Organization", null, party.name());
        }
    }

    /** A picture. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "ImageObject")
    record ImageObject(
            @JsonProperty("@type") @Schema(required = true) String type,
            @Schema(required = true) String contentUrl,
            String caption,
            String creditText) {

        static ImageObject of(Image image) {
            return image == null ? null : new ImageObject("ImageObject", image.url(), image.caption(), image.credit());
        }
    }

    /** A work that the article cites. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "CitedWork")
    record CreativeWork(
            @JsonProperty("@type") @Schema(required = true) String type,
            @Schema(required = true) String name,
            String url,
            Named publisher,
            String datePublished,
            String archivedAt,
            Boolean isAccessibleForFree,
            @Schema(required = true) String creativeWorkStatus) {

        static CreativeWork of(Source source) {
            return new CreativeWork(
                    source.type() == null ? "CreativeWork" : source.type(),
                    source.label(),
                    source.url(),
                    source.publisher() == null ? null : new Named("Organization", null, source.publisher()),
                    source.datePublished() == null
                            ? null
                            : source.datePublished().value(),
                    source.archivedUrl(),
                    source.resolution() == Source.Resolution.PAYWALLED ? Boolean.FALSE : null,
                    source.resolution().name().toLowerCase(Locale.ROOT));
        }
    }

    /** What readers were told of a change. */
    @Schema(name = "CorrectionComment")
    record CorrectionComment(
            @JsonProperty("@type") @Schema(required = true) String type,
            @Schema(required = true) String identifier,
            @Schema(required = true) String name,
            @Schema(required = true) String text,
            @Schema(required = true) Instant datePublished) {

        static CorrectionComment of(Correction correction) {
            return new CorrectionComment(
                    "CorrectionComment",
                    correction.id(),
                    correction.type().name().toLowerCase(Locale.ROOT),
                    correction.text(),
                    correction.datePublished());
        }
    }
}

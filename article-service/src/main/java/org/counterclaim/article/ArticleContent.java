package org.counterclaim.article;

import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.counterclaim.kit.json.LanguageTag;
import org.counterclaim.kit.json.WebAddress;
import org.counterclaim.kit.time.PartialDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a newsroom writes: a schema.org NewsArticle without what the service makes itself.
 *
 * @param slug address of the article among readers; made from the headline when absent
 * @param url canonical address at the publisher
 * @param inLanguage BCP 47; {@code und} when absent
 * @param embargoedUntil readers see it from then on
 * @param expires readers see it until then
 */
@RecordBuilder
@RecordBuilder.Options(inheritComponentAnnotations = false)
@Schema(name = "ArticleContent")
public record ArticleContent(
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 120)
        String slug,

        @NotBlank @Size(max = 300) @Schema(required = true) String headline,
        @Size(max = 300) String alternativeHeadline,
        @Size(max = 2000) String standfirst,
        @WebAddress @Size(max = 2000) String url,
        @Valid Image image,
        @LanguageTag @Schema(example = "en") String inLanguage,
        @Valid PartialDate datePublished,
        @Valid PartialDate dateModified,
        @Size(max = 50) List<@NotNull @Valid Contributor> author,
        @Valid Contributor publisher,
        @Size(max = 100) String articleSection,
        @Size(max = 100) List<@NotBlank @Size(max = 100) String> about,
        @Size(max = 100) List<@NotBlank @Size(max = 100) String> keywords,
        @Size(max = 100) List<@NotNull @Valid Subject> subjects,
        @Size(max = 500) List<@NotNull @Valid Section> sections,
        @Size(max = 200) List<@NotNull @Valid Source> sources,
        Instant embargoedUntil,
        Instant expires,
        @Size(max = 100) List<@NotNull @Valid RelatedArticle> relatedArticles,
        @Size(max = 500) String license,
        @Size(max = 300) String copyrightHolder,
        @Size(max = 2000) String usageTerms) {

    /** A picture that stands for the article. */
    public record Image(
            @NotBlank @WebAddress @Size(max = 2000) @Schema(required = true)
            String url,

            @Size(max = 1000) String caption,
            @Size(max = 300) String credit) {}

    /** An author or the publisher; the party's id if it is one that claims speak of. */
    public record Contributor(
            @NotBlank @Size(max = 300) @Schema(required = true)
            String name,

            @Size(max = 100) String partyId) {}

    /** An entry of a controlled vocabulary, such as the IPTC media topics. */
    public record Subject(
            @NotBlank @Size(max = 100) @Schema(required = true)
            String scheme,

            @NotBlank @Size(max = 200) @Schema(required = true)
            String code,

            @Size(max = 300) String name) {}

    /** Another article that this one stands in a relation to. */
    public record RelatedArticle(
            @NotBlank @Size(max = 100) @Schema(required = true)
            String id,

            @NotNull @Schema(required = true) Relation relation) {

        /** What this article is to the other one. */
        public enum Relation {
            UPDATES,
            FOLLOWS,
            BACKGROUND,
            DUPLICATE_OF,
            TRANSLATION_OF
        }
    }

    public ArticleContent {
        inLanguage = inLanguage == null ? "und" : inLanguage;
        datePublished = datePublished == null ? PartialDate.UNKNOWN : datePublished;
        embargoedUntil = millis(embargoedUntil);
        expires = millis(expires);
        author = orEmpty(author);
        about = orEmpty(about);
        keywords = orEmpty(keywords);
        subjects = orEmpty(subjects);
        sections = orEmpty(sections);
        sources = orEmpty(sources);
        relatedArticles = orEmpty(relatedArticles);
    }

    /** Nothing but a headline and text. */
    public static ArticleContent ofText(
            String headline, String inLanguage, List<Section> sections, List<Source> sources) {
        return ArticleContentBuilder.builder()
                .headline(headline)
                .inLanguage(inLanguage)
                .sections(sections)
                .sources(sources)
                .build();
    }

    /** The same content under another slug and with ids given to its sections and sources. */
    ArticleContent with(String newSlug, List<Section> identified, List<Source> identifiedSources) {
        return ArticleContentBuilder.builder(this)
                .slug(newSlug)
                .sections(identified)
                .sources(identifiedSources)
                .build();
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }

    /** Stores keep milliseconds. */
    private static Instant millis(Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
    }
}

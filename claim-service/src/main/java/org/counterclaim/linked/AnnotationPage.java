package org.counterclaim.linked;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.appearance.AppearanceContent;
import org.counterclaim.appearance.Selector;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The places where a claim appears, as a page of annotations (W3C Web Annotation Data Model). */
@Schema(name = "AnnotationPage", description = "A page of W3C annotations.")
public record AnnotationPage(
        @JsonProperty("@context") @Schema(required = true) String context,
        @Schema(required = true) String id,
        @Schema(required = true) String type,
        @Schema(required = true) List<Annotation> items) {

    /** The media type of annotations. */
    public static final String TYPE = "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"";

    /**
     * That a stretch of text is the claim.
     *
     * @param body the claim
     */
    @Schema(name = "Annotation")
    record Annotation(
            @Schema(required = true) String id,
            @Schema(required = true) String type,
            @Schema(required = true) String motivation,
            @Schema(required = true) String body,
            @Schema(required = true) Target target) {}

    /**
     * A stretch of text.
     *
     * @param source a section of an article, in which positions are counted; or the address of a text elsewhere
     * @param scope the article
     * @param selector two ways to find the same stretch
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(name = "AnnotationTarget")
    record Target(@Schema(required = true) String source, String scope, List<TextSelector> selector) {}

    /** A TextQuoteSelector or a TextPositionSelector; positions are Unicode code points. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AnnotationSelector")
    record TextSelector(
            @Schema(required = true) String type,
            String exact,
            String prefix,
            String suffix,
            Integer start,
            Integer end) {}

    /** The page of a claim. */
    public static AnnotationPage of(String claimId, List<Appearance> appearances) {
        String claim = Uris.of(claimId);
        return new AnnotationPage(
                "http://www.w3.org/ns/anno.jsonld",
                claim + "#annotations",
                "AnnotationPage",
                appearances.stream()
                        .map(place -> new Annotation(
                                Uris.of(place.id()), "Annotation", "identifying", claim, target(place.content())))
                        .toList());
    }

    private static Target target(AppearanceContent place) {
        if (place.articleId() == null) {
            return new Target(place.url(), null, null);
        }
        String article = Uris.of(place.articleId());
        return new Target(article + "#" + place.sectionId(), article, selectors(place.selector()));
    }

    private static List<TextSelector> selectors(Selector selector) {
        Selector.Quote quote = selector.quote();
        Selector.Position position = selector.position();
        return List.of(
                new TextSelector("TextQuoteSelector", quote.exact(), quote.prefix(), quote.suffix(), null, null),
                new TextSelector("TextPositionSelector", null, null, null, position.start(), position.end()));
    }
}

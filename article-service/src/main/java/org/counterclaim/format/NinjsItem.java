package org.counterclaim.format;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A text item of IPTC's News in JSON (ninjs 3.x). The members without a type of their own are those that an article has no place
 * for; they are known, so that an item that has them is understood, and named in the answer, so that nobody thinks they were kept.
 */
@RecordBuilder
@RecordBuilder.Options(inheritComponentAnnotations = false)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "NinjsItem", description = "A text item of IPTC's News in JSON (ninjs 3.x).")
public record NinjsItem(
        Standard standard,

        @Schema(required = true, example = "urn:uuid:0195f0ab-5fc4-7d2e-8d6b-9a0e4f2a7c31")
        String uri,

        @Schema(example = "text") String type,
        String representationType,
        String version,
        Instant firstCreated,
        Instant versionCreated,
        Instant embargoedUntil,
        Instant expires,
        String pubStatus,
        String language,
        List<Text> headlines,
        List<Text> descriptions,
        List<Text> bodies,
        String by,
        String slugline,
        List<Concept> people,
        List<Concept> organisations,
        List<Concept> places,
        List<Concept> objects,
        List<Concept> events,
        List<Concept> subjects,
        List<InfoSource> infoSources,
        List<Association> associations,
        String copyrightHolder,
        String usageTerms,
        RightsInfo rightsInfo,
        String edNote,
        List<AltId> altIds,
        Object profile,
        Object title,
        Object urgency,
        Object located,
        Object contentCreated,
        Object contentDigitised,
        Object copyrightNotice,
        Object genres,
        Object renditions,
        Object eventDetails,
        Object plannedCoverage,
        Object trustIndicators,
        Object digitalSourceType) {

    /** Which standard it follows. */
    @Schema(name = "NinjsStandard")
    public record Standard(String name, String version, String schema) {}

    /** A headline, a description or a body. */
    @Schema(name = "NinjsText")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Text(
            String role,
            String contentType,
            Integer charCount,
            Integer wordCount,
            @Schema(required = true) String value) {

        static Text of(String role, String value) {
            return new Text(role, null, null, null, value);
        }
    }

    /** Something that it is about. */
    @Schema(name = "NinjsConcept")
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Concept(String name, String rel, String uri, String literal) {}

    /** A work or a party that it rests on. */
    @Schema(name = "NinjsInfoSource")
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record InfoSource(String name, String role, String uri, String literal) {}

    /** Another item beside it: a picture or a story. */
    @Schema(name = "NinjsAssociation")
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Association(
            String name,
            String rel,
            String uri,
            String type,
            String representationType,
            String by,
            List<Text> descriptions,
            List<Rendition> renditions) {}

    /** Where a picture is. */
    @Schema(name = "NinjsRendition")
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Rendition(String name, String href, String contentType) {}

    /** What may be done with it. */
    @Schema(name = "NinjsRightsInfo")
    public record RightsInfo(String langId, String linkedRights, String encodedRights) {}

    /** Another name of it. */
    @Schema(name = "NinjsAltId")
    public record AltId(String role, String value) {}
}

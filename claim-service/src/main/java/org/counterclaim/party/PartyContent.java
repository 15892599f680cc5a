package org.counterclaim.party;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.counterclaim.kit.json.WebAddress;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody who asserts or denies: a schema.org Person or Organization.
 *
 * @param memberOf ids or names of the organizations it belongs to
 * @param sameAs addresses that tell who it is, such as its Wikidata entity
 * @param side groups parties that speak for one camp in the dispute rules; no political label; a party without one is its own
 */
public record PartyContent(
        @NotNull @Schema(required = true) Type type,

        @NotBlank @Size(max = 300) @Schema(required = true) String name,

        @Size(max = 50) List<@NotBlank @Size(max = 300) String> alternateName,
        @Size(max = 300) String jobTitle,
        @Size(max = 50) List<@NotBlank @Size(max = 300) String> memberOf,
        @Size(max = 50) List<@NotBlank @WebAddress @Size(max = 2000) String> sameAs,
        @Size(min = 1, max = 50) String side) {

    /** Types of schema.org, in its own spelling. */
    @Schema(name = "PartyType")
    public enum Type {
        @JsonProperty("Person")
        PERSON,
        @JsonProperty("Organization")
        ORGANIZATION,
        @JsonProperty("GovernmentOrganization")
        GOVERNMENT_ORGANIZATION,
        @JsonProperty("Corporation")
        CORPORATION,
        @JsonProperty("NewsMediaOrganization")
        NEWS_MEDIA_ORGANIZATION
    }

    public PartyContent {
        alternateName = alternateName == null ? List.of() : alternateName;
        memberOf = memberOf == null ? List.of() : memberOf;
        sameAs = sameAs == null ? List.of() : sameAs;
    }
}

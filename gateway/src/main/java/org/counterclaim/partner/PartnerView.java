package org.counterclaim.partner;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.counterclaim.kit.http.Representation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A partner as it is read.
 *
 * @param id {@code prt_} and a ULID; {@code sub} of the tokens that its keys are exchanged for
 * @param endedAt since when it does not come in any more; absent for one that does
 */
@JsonPropertyOrder({"id", "revision"})
@Schema(name = "Partner")
record PartnerView(
        @Schema(required = true) String id,
        @Schema(required = true) int revision,
        @JsonUnwrapped PartnerContent content,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt,
        Instant endedAt) {

    static PartnerView of(Partner partner) {
        return new PartnerView(
                partner.id,
                revision(partner),
                new PartnerContent(partner.name, partner.plan.name, partner.contactEmail),
                partner.createdAt,
                partner.updatedAt,
                partner.endedAt);
    }

    Representation<PartnerView> representation() {
        return Representation.of(this, revision, updatedAt);
    }

    /** Hibernate counts from 0, our interfaces from 1. */
    static int revision(Partner partner) {
        return partner.revision + 1;
    }
}

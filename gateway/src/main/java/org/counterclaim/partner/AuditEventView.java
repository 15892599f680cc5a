package org.counterclaim.partner;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who did what.
 *
 * @param actor subject of the token, or the partner whose key it was
 * @param credential id of the API key, or {@code jti} of the token; absent for a token without
 * @param keyId the key that it was done to; absent if it was done to the partner
 */
@Schema(name = "AuditEvent")
record AuditEventView(
        @Schema(required = true) String id,
        @Schema(required = true) Instant at,
        @Schema(required = true) String actor,
        String credential,
        @Schema(required = true) AuditEvent.Action action,
        @Schema(required = true) String partnerId,
        String keyId,
        String detail) {

    static AuditEventView of(AuditEvent event) {
        return new AuditEventView(
                event.id,
                event.at,
                event.actor,
                event.credential,
                event.action,
                event.partnerId,
                event.keyId,
                event.detail);
    }
}

package org.counterclaim.partner;

import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An API key as it is read.
 *
 * @param id {@code key_} and a ULID: it stands in the key too, in the revisions that the key wrote, and in {@code client_id}
 *     of the tokens that it is exchanged for
 * @param key the key itself, in the answer to the request that made it and never again
 * @param lastUsedAt about when it was last used, within a minute
 */
@Schema(name = "ApiKey")
record ApiKeyView(
        @Schema(required = true) String id,
        @Schema(required = true) String partnerId,
        @Schema(required = true) String name,
        @Schema(required = true) boolean sandbox,
        @Schema(required = true) Set<Scope> scopes,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant expiresAt,
        Instant revokedAt,
        Instant lastUsedAt,
        String key) {

    static ApiKeyView of(ApiKey key) {
        return of(key, null);
    }

    static ApiKeyView of(ApiKey key, String text) {
        return new ApiKeyView(
                key.id,
                key.partner.id,
                key.name,
                key.sandbox,
                Scope.split(key.scope),
                key.createdAt,
                key.expiresAt,
                key.revokedAt,
                key.lastUsedAt,
                text);
    }

    /** The key itself must not get into a log. */
    @Override
    public String toString() {
        return id;
    }
}

package org.counterclaim.partner;

import java.time.Instant;
import java.util.Set;

/**
 * What the door needs to know of a key.
 *
 * @param hash what it is compared with; not to be changed
 * @param live whether it was good when it was looked up, but for its expiry
 */
public record KnownKey(
        String id,
        String partnerId,
        byte[] hash,
        Set<Scope> scopes,
        boolean sandbox,
        boolean live,
        Instant expiresAt,
        Allowance allowance) {

    static KnownKey of(ApiKey key) {
        boolean live = key.revokedAt == null && !key.partner.hasEnded();
        return new KnownKey(
                key.id,
                key.partner.id,
                key.hash,
                Scope.split(key.scope),
                key.sandbox,
                live,
                key.expiresAt,
                key.partner.plan.allowance());
    }

    public boolean isGood(Instant now) {
        return live && now.isBefore(expiresAt);
    }

    /** What it opens: a sandbox key never more than reading. */
    public Set<Scope> effectiveScopes() {
        return sandbox ? Set.of(Scope.READ) : scopes;
    }
}

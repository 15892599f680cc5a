package org.counterclaim.partner;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** What is kept of an API key: everything but the key. */
@Entity
@Table(name = "api_key")
class ApiKey {

    @Id
    String id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "partner")
    Partner partner;

    String name;
    boolean sandbox;
    String scope;
    byte[] hash;
    Instant createdAt;
    Instant expiresAt;
    Instant revokedAt;
    Instant lastUsedAt;

    boolean isLive(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt) && !partner.hasEnded();
    }
}

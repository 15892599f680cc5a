package org.counterclaim.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Who did what about a partner, with which credential. Written with what was done, or neither is. */
@Entity
@Table(name = "audit_event")
class AuditEvent {

    /** What was done. */
    enum Action {
        PARTNER_REGISTERED,
        PARTNER_CHANGED,
        PARTNER_ENDED,
        KEY_ISSUED,
        KEY_REVOKED
    }

    @Id
    String id;

    Instant at;
    String actor;
    String credential;

    @Enumerated(EnumType.STRING)
    Action action;

    @Column(name = "partner")
    String partnerId;

    @Column(name = "api_key")
    String keyId;

    String detail;
}

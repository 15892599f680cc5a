package org.counterclaim.partner;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A team or an outlet that works with these interfaces by API keys. */
@Entity
@Table(name = "partner")
class Partner {

    @Id
    String id;

    @Version
    int revision;

    String name;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "plan")
    Plan plan;

    String contactEmail;
    Instant createdAt;
    Instant updatedAt;
    Instant endedAt;

    boolean hasEnded() {
        return endedAt != null;
    }

    void take(PartnerContent content, Plan plan, Instant now) {
        this.name = content.name();
        this.plan = plan;
        this.contactEmail = content.contactEmail();
        this.updatedAt = now;
    }
}

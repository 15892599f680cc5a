package org.counterclaim.partner;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;

/** How much a partner may ask. Plans come with the migrations. */
@Entity
@Table(name = "plan")
class Plan {

    @Id
    String name;

    int burstQuota;
    int burstSeconds;
    int dailyQuota;

    Allowance allowance() {
        return new Allowance(burstQuota, Duration.ofSeconds(burstSeconds), dailyQuota);
    }
}

package org.counterclaim.admission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.counterclaim.partner.Allowance;

/** How many requests those may send who are no partner. A partner's plan says how many he may. */
@ConfigMapping(prefix = "counterclaim.limit")
interface LimitConfig {

    /** Everyone from one address: one of IPv4, or a /64 of IPv6. Many phones share one, so it is wide. */
    Limit anonymous();

    /** Everyone with a token, told by its subject. */
    Limit staff();

    /**
     * Proxies in front, as addresses or in CIDR notation: what they add to X-Forwarded-For is believed. None if nothing is in
     * front: then the header is anybody's word and counts for nothing.
     */
    Optional<List<String>> trustedProxies();

    /** Requests within a window. */
    interface Limit {

        @WithDefault("1200")
        int burst();

        @WithDefault("60s")
        Duration window();

        default Allowance allowance() {
            return new Allowance(burst(), window(), 0);
        }
    }
}

package org.counterclaim.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.counterclaim.partner.Allowance;
import org.counterclaim.partner.KnownKey;

/**
 * A meter for each caller, in the memory of this replica: with three replicas a caller may get three times as much, and a
 * restart forgets. Who wants to share the counting has to ask somebody on each request.
 */
@Singleton
class Meters {

    private final Allowance anonymous;
    private final Allowance staff;

    /** Longer than the longest window, or a partner that waits would be given its day again. */
    private final Cache<String, Meter> known = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(25))
            .build();

    /** Apart, so that very many strangers do not push partners out. */
    private final Cache<String, Meter> strangers;

    Meters(LimitConfig config) {
        this.anonymous = config.anonymous().allowance();
        this.staff = config.staff().allowance();
        this.strangers = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(anonymous.window().plusMinutes(1))
                .build();
    }

    /** Of a partner: all its keys together, but those of the sandbox apart. */
    Meter of(KnownKey key) {
        String name = (key.sandbox() ? "sandbox " : "partner ") + key.partnerId();
        Meter meter = known.get(name, first -> new Meter(key.allowance()));
        meter.follow(key.allowance());
        return meter;
    }

    /** Of whom a token proves. */
    Meter ofSubject(String subject) {
        return known.get("subject " + subject, first -> new Meter(staff));
    }

    /** Of everyone from an address. */
    Meter ofAddress(String prefix) {
        return strangers.get(prefix, first -> new Meter(anonymous));
    }
}

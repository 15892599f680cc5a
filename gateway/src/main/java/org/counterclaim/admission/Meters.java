package org.counterclaim.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;
import org.counterclaim.partner.Allowance;
import org.counterclaim.partner.KnownKey;

/**
 * A meter for each caller, in the memory of this replica: with three replicas a caller may get three times as much, and a
 * restart forgets. Who wants to share the counting has to ask somebody on each request. What is known is put in order by whoever
 * asks: to wake another thread for it costs more.
 */
@Singleton
class Meters {

    private static final String PARTNER = "partner";
    private static final String SUBJECT = "subject";
    private static final String ANONYMOUS = "anonymous";

    private final Allowance anonymous;
    private final Allowance staff;
    private final MeterRegistry meters;

    /** Longer than the longest window, or a partner that waits would be given its day again. */
    private final Cache<String, Meter> known = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(25))
            .executor(Runnable::run)
            .build();

    /** Apart, so that very many strangers do not push partners out. */
    private final Cache<String, Meter> strangers;

    Meters(LimitConfig config, MeterRegistry meters) {
        this.anonymous = config.anonymous().allowance();
        this.staff = config.staff().allowance();
        this.meters = meters;
        Stream.of(PARTNER, SUBJECT, ANONYMOUS).forEach(this::refused);
        this.strangers = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(anonymous.window().plusMinutes(1))
                .executor(Runnable::run)
                .build();
    }

    /** Of a partner: all its keys together, but those of the sandbox apart. */
    Meter of(KnownKey key) {
        String name = (key.sandbox() ? "sandbox " : "partner ") + key.partnerId();
        Meter meter = known.get(name, first -> new Meter(key.allowance(), refused(PARTNER)));
        meter.follow(key.allowance());
        return meter;
    }

    /** Of whom a token proves. */
    Meter ofSubject(String subject) {
        return known.get("subject " + subject, first -> new Meter(staff, refused(SUBJECT)));
    }

    /** Of everyone from an address. */
    Meter ofAddress(String prefix) {
        return strangers.get(prefix, first -> new Meter(anonymous, refused(ANONYMOUS)));
    }

    private Counter refused(String caller) {
        return Counter.builder("counterclaim.rate.limited")
                .description("Requests beyond what their caller may send")
                .tag("caller", caller)
                .register(meters);
    }
}

package org.counterclaim.partner;

import com.github.f4b6a3.ulid.UlidCreator;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.partner.AuditEvent.Action;

/** Notes who did what, in the transaction in which it is done. */
@ApplicationScoped
class Audit implements PanacheRepositoryBase<AuditEvent, String> {

    private final SecurityIdentity identity;
    private final Clock clock;

    Audit(SecurityIdentity identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    /** @param detail what more there is to know; null for nothing */
    Uni<AuditEvent> note(Action action, Partner partner, String detail) {
        return persist(event(action, partner, detail));
    }

    /** @param detail what more there is to know; null for nothing */
    Uni<AuditEvent> note(Action action, ApiKey key, String detail) {
        AuditEvent event = event(action, key.partner, detail);
        event.keyId = key.id;
        return persist(event);
    }

    /** Those of a partner after this one, the latest first. */
    Uni<List<AuditEvent>> of(String partnerId, String after, int limit) {
        return find("partnerId = ?1 and (?2 is null or id < ?2) order by id desc", partnerId, after)
                .range(0, limit - 1)
                .list();
    }

    private AuditEvent event(Action action, Partner partner, String detail) {
        Caller caller = Caller.of(identity);
        AuditEvent event = new AuditEvent();
        event.id = "aud_" + UlidCreator.getMonotonicUlid();
        event.at = clock.instant();
        event.actor = caller.name();
        event.credential = caller.credential();
        event.action = action;
        event.partnerId = partner.id;
        event.detail = detail;
        return event;
    }
}

package org.counterclaim.partner;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.counterclaim.database.Database;
import org.counterclaim.database.Once;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.partner.AuditEvent.Action;
import org.hibernate.exception.ConstraintViolationException;

/** Registers a partner, changes what is said of it, ends it. */
@ApplicationScoped
class KeepPartner {

    private final Database database;
    private final Partners partners;
    private final ApiKeys keys;
    private final Audit audit;
    private final Clock clock;

    KeepPartner(Database database, Partners partners, ApiKeys keys, Audit audit, Clock clock) {
        this.database = database;
        this.partners = partners;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    Uni<PartnerView> register(PartnerContent content, Once once) {
        return unique(
                once.make("prt_", id -> create(id, content), partners::get).map(PartnerView::of));
    }

    Uni<PartnerView> change(String id, String ifMatch, PartnerContent content) {
        return unique(database.write(() -> partners.lock(id)
                .invoke(partner -> requireCurrent(partner, ifMatch))
                .chain(partner -> partners.plan(content.plan())
                        .invoke(plan -> partner.take(content, plan, clock.instant()))
                        .chain(() -> audit.note(Action.PARTNER_CHANGED, partner, content.described()))
                        .chain(partners::flush)
                        .replaceWith(() -> PartnerView.of(partner)))));
    }

    /** Its keys are good for nothing from then on. */
    Uni<Void> end(String id, String ifMatch) {
        return database.write(() -> partners.lock(id)
                .invoke(partner -> requireCurrent(partner, ifMatch))
                .invoke(partner -> partner.endedAt = partner.updatedAt = clock.instant())
                .chain(partner ->
                        audit.note(Action.PARTNER_ENDED, partner, null).chain(() -> keys.of(partner)))
                .invoke(all -> all.stream()
                        .filter(key -> key.revokedAt == null)
                        .forEach(key -> key.revokedAt = clock.instant()))
                .replaceWithVoid());
    }

    private Uni<Partner> create(String id, PartnerContent content) {
        Instant now = clock.instant();
        Partner partner = new Partner();
        partner.id = id;
        partner.createdAt = now;
        return partners.plan(content.plan())
                .invoke(plan -> partner.take(content, plan, now))
                .chain(() -> partners.persistAndFlush(partner))
                .call(() -> audit.note(Action.PARTNER_REGISTERED, partner, content.described()));
    }

    private static void requireCurrent(Partner partner, String ifMatch) {
        if (partner.hasEnded()) {
            throw Problem.GONE.because("The partner has ended.");
        }
        Preconditions.requireMatch(ifMatch, PartnerView.revision(partner));
    }

    private static <T> Uni<T> unique(Uni<T> write) {
        return write.onFailure(ConstraintViolationException.class)
                .transform(taken -> Problem.CONFLICT.because("There is another partner of this name."));
    }
}

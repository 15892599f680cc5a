package org.counterclaim.partner;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;

/** The partners in the database. */
@ApplicationScoped
class Partners implements PanacheRepositoryBase<Partner, String> {

    private static final String WHOLE = "from Partner p join fetch p.plan ";

    /** Those after this one, the latest first. */
    Uni<List<Partner>> after(String id, int limit) {
        return find(WHOLE + "where ?1 is null or p.id < ?1 order by p.id desc", id)
                .range(0, limit - 1)
                .list();
    }

    /** @return the partner, or a failure with 404 */
    Uni<Partner> get(String id) {
        return require(find(WHOLE + "where p.id = ?1", id).firstResult());
    }

    /** The same, and nobody else changes it or its keys until the transaction ends. */
    Uni<Partner> lock(String id) {
        return require(find(WHOLE + "where p.id = ?1", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult());
    }

    /** @return the plan, or a failure with 422 that points at it */
    Uni<Plan> plan(String name) {
        return getSession()
                .chain(session -> session.find(Plan.class, name))
                .onItem()
                .ifNull()
                .failWith(() -> {
                    String detail = "There is no plan of this name.";
                    return Problem.VALIDATION.because(detail, List.of(new FieldError("/plan", "unknown-plan", detail)));
                });
    }

    private static Uni<Partner> require(Uni<Partner> partner) {
        return partner.onItem().ifNull().failWith(() -> Problem.NOT_FOUND.because("There is no partner of this id."));
    }
}

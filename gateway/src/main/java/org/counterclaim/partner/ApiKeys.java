package org.counterclaim.partner;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.counterclaim.kit.problem.Problem;

/** The API keys in the database. */
@ApplicationScoped
public class ApiKeys implements PanacheRepositoryBase<ApiKey, String> {

    private static final String WHOLE = "from ApiKey k join fetch k.partner p join fetch p.plan ";

    /** What the door needs to know of the keys of these ids, as far as there are any. */
    public Uni<List<KnownKey>> known(Collection<String> ids) {
        return find(WHOLE + "where k.id in ?1", ids)
                .list()
                .map(keys -> keys.stream().map(KnownKey::of).toList());
    }

    /** Notes when keys were last used, unless somebody has noted a later time. */
    public Uni<Void> noteUse(Map<String, Instant> lastUse) {
        return list("id in ?1", lastUse.keySet())
                .invoke(keys -> keys.forEach(key -> {
                    Instant used = lastUse.get(key.id);
                    if (key.lastUsedAt == null || key.lastUsedAt.isBefore(used)) {
                        key.lastUsedAt = used;
                    }
                }))
                .replaceWithVoid();
    }

    /** Those after this one, the latest first. */
    Uni<List<ApiKey>> after(String id, String partnerId, int limit) {
        return find(
                        WHOLE + "where (?1 is null or k.id < ?1) and (?2 is null or p.id = ?2) order by k.id desc",
                        id,
                        partnerId)
                .range(0, limit - 1)
                .list();
    }

    Uni<List<ApiKey>> of(Partner partner) {
        return list(WHOLE + "where p.id = ?1", partner.id);
    }

    /** @return the key, or a failure with 404 */
    Uni<ApiKey> get(String id) {
        return find(WHOLE + "where k.id = ?1", id)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> Problem.NOT_FOUND.because("There is no API key of this id."));
    }
}

package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.store.Recorded;

/** What a claim was. Readers see the revisions that were published, with their places in stories that are public now. */
@ApplicationScoped
class ClaimPast {

    private final ClaimsForReaders readers;
    private final Claims claims;
    private final ShownClaims shown;

    ClaimPast(ClaimsForReaders readers, Claims claims, ShownClaims shown) {
        this.readers = readers;
        this.claims = claims;
        this.shown = shown;
    }

    /** One page of the revisions, the latest first. */
    Uni<Page<Recorded<Claim>>> page(String id, Paging paging) {
        return readers.requirePast(id)
                .chain(() -> claims.history(id, seesAll(), paging))
                .chain(page -> visible(page.items()).map(page::withItems));
    }

    /** One page of what moved the dispute status, the latest first. A page can have fewer items than its limit. */
    Uni<Page<StatusMove>> moves(String id, Paging paging) {
        return page(id, paging)
                .chain(page -> before(page.items())
                        .map(earlier -> new Page<>(StatusMove.in(page.items(), earlier, seesAll()), page.page())));
    }

    /** What the earliest of these came after, as far as the caller sees it. */
    private Uni<Optional<Claim>> before(List<Recorded<Claim>> revisions) {
        if (revisions.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        Claim earliest = revisions.get(revisions.size() - 1).thing();
        return claims.before(earliest.id(), earliest.revision(), seesAll())
                .chain(found -> found == null
                        ? Uni.createFrom().item(List.<Claim>of())
                        : shown.to(readers.caller(), List.of(found)))
                .map(seen -> seen.stream().findFirst());
    }

    boolean seesAll() {
        return readers.caller().seesDrafts();
    }

    private Uni<List<Recorded<Claim>>> visible(List<Recorded<Claim>> recorded) {
        List<Claim> things = recorded.stream().map(Recorded::thing).toList();
        return shown.to(readers.caller(), things).map(seen -> {
            Map<Integer, Claim> byRevision =
                    seen.stream().collect(Collectors.toMap(Claim::revision, Function.identity()));
            return recorded.stream()
                    .filter(one -> byRevision.containsKey(one.thing().revision()))
                    .map(one -> new Recorded<>(byRevision.get(one.thing().revision()), one.change()))
                    .toList();
        });
    }
}

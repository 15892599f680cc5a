package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.kit.store.Duplicate;

/** Keeps claims that an export carries along, under their ids. One that is there stays as it is. */
@ApplicationScoped
public class KeepCarried {

    private final Claims claims;
    private final KeepNamed named;
    private final RelateClaims relate;
    private final Clock clock;

    KeepCarried(Claims claims, KeepNamed named, RelateClaims relate, Clock clock) {
        this.claims = claims;
        this.named = named;
        this.relate = relate;
        this.clock = clock;
    }

    /**
     * Keeps one, with whoever and whatever it names. Quotes are kept as they are: where an article says something else by now, the
     * claim gets its flag as any other does.
     *
     * @param dry whether nothing is to be written
     * @return whether it was made; a failure with 409 or 422 if it cannot be
     */
    public Uni<Boolean> keep(CarriedClaim carried, Caller caller, String row, boolean dry) {
        Change change = Change.ofContent(caller, "update", "Import, row " + row);
        Claim draft = carried.draft(Editorial.draftBy(caller), clock.instant());
        return claims.findForWrite(carried.id()).chain(there -> {
            if (there != null) {
                return Uni.createFrom().item(false);
            }
            return named.require(carried)
                    .chain(() -> dry
                            ? Uni.createFrom().voidItem()
                            : named.of(carried, change).chain(() -> insert(draft, change)))
                    .replaceWith(true);
        });
    }

    /** The claims that were merged into it do not come along; an id of which there is a claim here leads to that one. */
    private Uni<Void> insert(Claim draft, Change change) {
        return claims.all(draft.mergedFrom())
                .map(others -> draft.withMergedFrom(without(draft.mergedFrom(), others)))
                .chain(first -> relate.all(first, () -> claims.insert(first, change)))
                .onFailure(Duplicate::is)
                .transform(taken -> Problem.CONFLICT.because("There was a claim of this id, which was deleted."))
                .replaceWithVoid();
    }

    private static List<String> without(List<String> ids, List<Claim> claims) {
        return ids.stream()
                .filter(id -> claims.stream().noneMatch(claim -> claim.id().equals(id)))
                .toList();
    }
}

package org.counterclaim.kit.store;

import io.smallrye.mutiny.Uni;
import org.counterclaim.kit.editorial.Change;

/**
 * What a revision brings about elsewhere. It is done when the revision is recorded and before the mark that it was not is taken
 * away, so after a crash again: doing it twice must come to the same.
 *
 * @param <T> the aggregate
 */
@FunctionalInterface
public interface Consequences<T> {

    /**
     * Does what follows.
     *
     * @param revision the aggregate as this revision has it
     * @param change who made it, and why
     * @return nothing; a failure leaves the mark for the next sweep
     */
    Uni<Void> of(T revision, Change change);

    /** None at all. */
    static <T> Consequences<T> none() {
        return (revision, change) -> Uni.createFrom().voidItem();
    }
}

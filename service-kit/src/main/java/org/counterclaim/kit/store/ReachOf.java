package org.counterclaim.kit.store;

import io.smallrye.mutiny.Uni;

/**
 * Tells whom an aggregate concerns as it stands.
 *
 * @param <T> the aggregate
 */
public interface ReachOf<T> {

    /** Whom it concerns; a failure keeps the revision from being recorded until the next sweep. */
    Uni<Reach> of(T aggregate);
}

package org.counterclaim.kit.store;

import java.time.Instant;

/**
 * Something kept under an id, with a new revision for each change.
 *
 * @param <T> the aggregate itself
 */
public interface Aggregate<T extends Aggregate<T>> {

    /** Id, with the prefix of its type. */
    String id();

    /** 1 for the first one. */
    int revision();

    /** When this revision was made, in milliseconds. */
    Instant updatedAt();

    /** Whether the law demands its text gone, from the earlier revisions too. */
    default boolean isRemoved() {
        return false;
    }

    /** Itself without any text: what is left of a revision after a legal order. */
    T redacted();
}

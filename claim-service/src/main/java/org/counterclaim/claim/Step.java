package org.counterclaim.claim;

import com.github.f4b6a3.ulid.UlidCreator;
import java.time.Duration;
import java.time.Instant;
import org.counterclaim.relation.Relation;

/**
 * A change of the graph of claims that is about to be written.
 *
 * @param id tells it from every other one
 * @param type of the relation; null for a merge, which makes one claim of two
 * @param from the claim that is going to be written
 * @param to the other claim
 * @param revision the revision of the claim that it would replace: once there is another, this is done or will never be
 */
public record Step(String id, Relation.Type type, String from, String to, int revision, Instant at) {

    /** No request lives so long. */
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    static Step relation(Claim claim, Relation relation, Instant now) {
        return new Step(newId(), relation.type(), claim.id(), relation.target(), claim.revision(), now);
    }

    static Step merge(Claim loser, Claim survivor, Instant now) {
        return new Step(newId(), null, loser.id(), survivor.id(), loser.revision(), now);
    }

    private static String newId() {
        return UlidCreator.getMonotonicUlid().toString();
    }

    /** Whether it makes one claim of two. */
    boolean isMerge() {
        return type == null;
    }

    boolean isOver(Instant now) {
        return at.plus(LIFETIME).isBefore(now);
    }

    /** Whether it is the same relation, written from the other end. */
    boolean isInverse(Step other) {
        return type != null
                && type.isSymmetric()
                && type == other.type
                && from.equals(other.to)
                && to.equals(other.from);
    }
}

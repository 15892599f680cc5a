package org.counterclaim.kit.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.counterclaim.kit.security.Caller;

/**
 * Rows that somebody has brought, to be worked off without him.
 *
 * @param kind who knows what to do with them
 * @param upload under which they are kept
 * @param owner who brought them, and in whose name the work is done
 * @param options what he asked for
 * @param rows how many there are
 * @param batches in how many batches
 * @param batch the one that is worked off, from 0
 * @param begun whether that has begun
 * @param done how many rows are worked off
 * @param counts what came of them, and of how many there is what to note
 * @param failure why the job stopped, null if it did not
 */
public record Job(
        @BsonId String id,
        String kind,
        String upload,
        Owner owner,
        Map<String, String> options,
        JobState state,
        int rows,
        int batches,
        int batch,
        boolean begun,
        int done,
        Map<String, Integer> counts,
        String failure,
        Instant createdAt,
        Instant startedAt,
        Instant endedAt) {

    /** A caller, as he was when he brought the rows. */
    public record Owner(String name, String credential, List<String> roles) {}

    /** A job that waits for its turn. */
    static Job queued(String id, String kind, Upload upload, Caller owner, Map<String, String> options, Instant now) {
        return new Job(
                id,
                kind,
                upload.id(),
                new Owner(owner.name(), owner.credential(), List.copyOf(owner.roles())),
                options,
                JobState.QUEUED,
                upload.rows(),
                upload.batches(),
                0,
                false,
                0,
                Map.of(),
                null,
                now,
                null,
                null);
    }

    /** In whose name the work is done. */
    public Caller caller() {
        return new Caller(owner.name, owner.credential, Set.copyOf(owner.roles));
    }

    /** Who may see it: its owner, and whoever edits. */
    public boolean isFor(Caller caller) {
        return caller.name().equals(owner.name) || caller.has(Caller.EDITOR);
    }

    public int count(String result) {
        return counts.getOrDefault(result, 0);
    }

    boolean isOver() {
        return batch >= batches;
    }
}

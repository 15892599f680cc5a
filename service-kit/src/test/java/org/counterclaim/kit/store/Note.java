package org.counterclaim.kit.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.counterclaim.kit.editorial.Change;

/** An aggregate as small as one can be. */
public record Note(@BsonId String id, int revision, String text, boolean removed, Instant updatedAt)
        implements Aggregate<Note> {

    public static final Change CHANGE = new Change("somebody", null, Change.Type.DRAFTING, null, List.of());

    public static Note first(String id, String text) {
        return new Note(id, 1, text, false, now());
    }

    public Note next(String newText) {
        return new Note(id, revision + 1, newText, false, now());
    }

    Note remove() {
        return new Note(id, revision + 1, "[removed]", true, now());
    }

    Reach reach() {
        return new Reach(!removed, Set.of(id));
    }

    @Override
    public boolean isRemoved() {
        return removed;
    }

    @Override
    public Note redacted() {
        return new Note(id, revision, "[removed]", removed, updatedAt);
    }

    /** Long ago, so that the sweep does not leave it to a writer who is dead. */
    private static Instant now() {
        return Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MILLIS);
    }
}

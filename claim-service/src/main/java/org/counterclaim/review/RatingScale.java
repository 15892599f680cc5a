package org.counterclaim.review;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.counterclaim.kit.store.Aggregate;

/** A scale of labels as it is known now. */
public record RatingScale(
        @BsonId String id, int revision, RatingScaleContent content, Instant createdAt, Instant updatedAt)
        implements Aggregate<RatingScale> {

    /** What an id is, which its first writer chooses. */
    static final String ID_FORM = "rsc_[a-z0-9]+(-[a-z0-9]+)*";

    static RatingScale first(String id, RatingScaleContent content, Instant now) {
        return new RatingScale(id, 1, content, now, now);
    }

    RatingScale next(RatingScaleContent written, Instant now) {
        return new RatingScale(id, revision + 1, written, createdAt, now);
    }

    @Override
    public RatingScale redacted() {
        return new RatingScale(
                id, revision, new RatingScaleContent("[removed]", List.of(), List.of()), createdAt, updatedAt);
    }
}

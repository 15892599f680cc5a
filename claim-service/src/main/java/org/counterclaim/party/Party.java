package org.counterclaim.party;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.counterclaim.kit.store.Aggregate;

/** A party as it is known now. */
public record Party(@BsonId String id, int revision, PartyContent content, Instant createdAt, Instant updatedAt)
        implements Aggregate<Party> {

    /** What the id of a party begins with. */
    public static final String PREFIX = "pty_";

    static Party first(String id, PartyContent content, Instant now) {
        return new Party(id, 1, content, now, now);
    }

    /** The next revision with this content. */
    Party revised(PartyContent next, Instant now) {
        return new Party(id, revision + 1, next, createdAt, now);
    }

    /** Which camp it speaks for; null if for itself alone. */
    public String side() {
        return content.side();
    }

    @Override
    public Party redacted() {
        PartyContent nameless =
                new PartyContent(content.type(), "[removed]", List.of(), null, List.of(), List.of(), null);
        return new Party(id, revision, nameless, createdAt, updatedAt);
    }
}

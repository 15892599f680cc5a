package org.counterclaim.kit.idempotency;

import java.time.Duration;
import java.time.Instant;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;

/**
 * That a caller has used a key, and for what. It is there before the thing is made, and it fixes the thing's id, so that no
 * crash, pause or race can make two.
 *
 * @param id key and caller; a key has no space in it, so the two cannot be mistaken
 * @param request hash of the request that it was used for; empty once that one was refused: then it is open to any other
 * @param ulid what the id of the new thing ends in
 * @param lease until when nobody but its holder works on it
 */
record Ticket(String id, String request, String ulid, Instant lease) {

    static final String REQUEST = "request";
    static final String LEASE = "lease";

    /** Bound to no request. */
    static final String ANY = "";

    static String id(String key, String caller) {
        return key + " " + caller;
    }

    static Ticket of(BsonDocument stored) {
        return new Ticket(
                stored.getString("_id").getValue(),
                stored.getString(REQUEST).getValue(),
                stored.getString("newId").getValue(),
                Instant.ofEpochMilli(stored.getDateTime(LEASE).getValue()));
    }

    BsonDocument stored() {
        return new BsonDocument("_id", new BsonString(id))
                .append(REQUEST, new BsonString(request))
                .append("newId", new BsonString(ulid))
                .append(LEASE, new BsonDateTime(lease.toEpochMilli()));
    }

    boolean isFor(String hash) {
        return request.equals(ANY) || request.equals(hash);
    }

    boolean isFree(Instant now) {
        return !lease.isAfter(now);
    }

    /** Seconds until somebody else may work on it, at least 1. */
    long secondsLeft(Instant now) {
        return Math.max(1, Duration.between(now, lease).plusMillis(999).toSeconds());
    }
}

package org.counterclaim.database;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What was made for a request with an {@code Idempotency-Key}. */
@Entity
@Table(name = "idempotency_key")
class Ticket {

    /** The key and its caller. */
    @Id
    String id;

    /** Hash of the request. */
    String request;

    /** Id of what was made. */
    String made;

    Instant createdAt;
}

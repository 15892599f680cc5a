package org.counterclaim.story;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.counterclaim.upstream.Answer;

/**
 * A part of a story as its service gave it.
 *
 * @param asOf when it was the service's answer
 */
record Part(Answer answer, Instant asOf) {

    /** How long it may stand in for what cannot be had. */
    private static final Duration HELD = Duration.ofHours(24);

    /**
     * What the service says, or what is known if it says that it is still that.
     *
     * @param known null for nothing
     * @param check fails if the service did not give it
     */
    static Part of(Answer answer, Part known, Instant now, UnaryOperator<Answer> check) {
        boolean same = known != null && answer.status() == 304;
        return new Part(same ? known.answer : check.apply(answer), now);
    }

    /** Null if it has none. */
    String tag() {
        return answer.header("ETag");
    }

    /** Whether it may be shown, marked as old, while its service is away. */
    boolean mayStandIn(Instant now) {
        return asOf.plus(HELD).isAfter(now) && !hasExpired(now);
    }

    private boolean hasExpired(Instant now) {
        String expires = answer.itself().expires();
        try {
            return expires != null && !Instant.parse(expires).isAfter(now);
        } catch (DateTimeException noMoment) {
            return true;
        }
    }
}

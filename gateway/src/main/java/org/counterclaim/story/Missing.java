package org.counterclaim.story;

import org.counterclaim.upstream.UpstreamFailure.Reason;

/**
 * A part that an answer lacks.
 *
 * @param retryAfter seconds after which to ask again
 */
record Missing(String part, Reason reason, int retryAfter) {

    String json() {
        return "{\"part\":\"" + part + "\",\"reason\":\"" + reason.word() + "\",\"retryAfter\":" + retryAfter + "}";
    }
}

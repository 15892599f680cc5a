package org.counterclaim.story;

import org.counterclaim.upstream.UpstreamFailure.Reason;

/**
 * A part that an answer lacks.
 *
 * @param retryAfter seconds after which to ask again
 */
record Missing(String part, Reason reason, int retryAfter) {

    static final String NOTHING = "{\"complete\":true}";

    /** The member {@code completeness} of an answer that lacks this part. */
    String completeness() {
        return "{\"complete\":false,\"missing\":[{\"part\":\"" + part + "\",\"reason\":\"" + reason.word()
                + "\",\"retryAfter\":" + retryAfter + "}]}";
    }
}

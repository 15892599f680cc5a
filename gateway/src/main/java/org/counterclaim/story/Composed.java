package org.counterclaim.story;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.upstream.UpstreamFailure;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * An answer made of parts.
 *
 * @param body in UTF-8
 * @param tag weak entity tag: the parts are the same, the bytes may not be; null if a part has none
 * @param links header {@code Link}, null for none
 * @param slug of the story; null if it has none, or this is none
 */
record Composed(byte[] body, String tag, String links, String slug, Completeness completeness) {

    /**
     * 200, or 304 if the reader has it already. What lacks a part, or has an old one, is not kept by anybody.
     *
     * @throws HttpProblem 503 or 504 if it lacks a part and the reader wants it whole
     */
    RestResponse<byte[]> answer(Preference preference, String ifNoneMatch) {
        if (!completeness.isWhole()) {
            return partial(preference);
        }
        ResponseBuilder<byte[]> answer = tag != null && Preconditions.notModified(ifNoneMatch, tag)
                ? ResponseBuilder.create(Status.NOT_MODIFIED)
                : ResponseBuilder.ok(body).header(HttpHeaders.LINK, links);
        if (preference == Preference.STRICT) {
            answer.header(Preference.APPLIED, Preference.HANDLING_STRICT);
        }
        return answer.header(HttpHeaders.ETAG, tag).build();
    }

    private RestResponse<byte[]> partial(Preference preference) {
        Missing missing = completeness.firstMissing().orElse(null);
        if (preference == Preference.STRICT && missing != null) {
            throw HttpProblem.builder(UpstreamFailure.problem(missing.reason(), missing.retryAfter()))
                    .withHeader(Preference.APPLIED, Preference.HANDLING_STRICT)
                    .build();
        }
        return ResponseBuilder.ok(body)
                .header(HttpHeaders.LINK, links)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}

package org.counterclaim.kit.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The problems that every service knows. A service adds those of its own domain in an enum of its own. */
public enum Problem implements ProblemType {
    MALFORMED(400, "The request cannot be read"),
    CURSOR_MISMATCH(400, "The cursor belongs to another query"),
    UNAUTHORIZED(401, "Authentication is needed"),
    FORBIDDEN(403, "The caller may not do this"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "No representation fits the Accept header"),
    CONFLICT(409, "The request conflicts with what is stored"),
    INVALID_TRANSITION(409, "The move is not allowed from here"),
    IDEMPOTENCY_IN_PROGRESS(409, "The first request with this key is still running"),
    GONE(410, "It is no longer available"),
    PRECONDITION_FAILED(412, "Somebody else was first"),
    PAYLOAD_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
    VALIDATION(422, "The content is not valid"),
    IDEMPOTENCY_CONFLICT(422, "The key was used for another request"),
    PRECONDITION_REQUIRED(428, "An If-Match header is needed"),
    RATE_LIMITED(429, "Too many requests"),
    LEGAL(451, "Removed for legal reasons"),
    INTERNAL(500, "The service failed"),
    UPSTREAM_UNAVAILABLE(503, "A service that is needed cannot be reached"),
    UPSTREAM_TIMEOUT(504, "A service that is needed did not answer in time");

    private final int status;
    private final String title;

    Problem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return status;
    }

    /** The plainest problem of a status: what a bare status from the framework is answered as. */
    static Optional<Problem> of(int status) {
        return Arrays.stream(values()).filter(p -> p.status == status).findFirst();
    }
}

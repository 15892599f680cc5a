package org.counterclaim.upstream;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a service answered: a whole and well-formed JSON object, a redirection, or a refusal. */
public final class Answer {

    /** What a reader is told in the gateway's own words; any other refusal is a fault between the services. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404, 410, 451);

    private final int status;
    private final MultiMap headers;
    private final byte[] body;
    private final SelfDescription itself;

    private Answer(int status, MultiMap headers, byte[] body, SelfDescription itself) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.itself = itself;
    }

    /**
     * The answer when it is whole; a connection that breaks within the body has cut it. It fails by an {@link UpstreamFailure} if
     * it is none, if the service failed, or if a success is no JSON object.
     */
    static Future<Answer> read(HttpClientResponse response) {
        List<Buffer> pieces = new ArrayList<>();
        return response.handler(pieces::add)
                .end()
                .recover(cut -> Future.failedFuture(UpstreamFailure.invalid("The body is cut: " + cut.getMessage())))
                .map(whole -> of(response, joined(pieces)));
    }

    /** Copied once: a buffer that grows copies itself, and much of what a story costs is memory. */
    private static byte[] joined(List<Buffer> pieces) {
        byte[] whole = new byte[pieces.stream().mapToInt(Buffer::length).sum()];
        int end = 0;
        for (Buffer piece : pieces) {
            piece.getBytes(whole, end);
            end += piece.length();
        }
        return whole;
    }

    private static Answer of(HttpClientResponse response, byte[] bytes) {
        int status = response.statusCode();
        if (status == 200) {
            return new Answer(status, response.headers(), bytes, check(response, bytes));
        }
        if (status >= 300 && status < 500) {
            return new Answer(status, response.headers(), bytes, SelfDescription.NONE);
        }
        throw new UpstreamFailure(UpstreamFailure.Reason.UNAVAILABLE, "status " + status, null);
    }

    private static SelfDescription check(HttpClientResponse response, byte[] body) {
        String type = response.getHeader(HttpHeaders.CONTENT_TYPE);
        String asked = response.request().headers().get(HttpHeaders.ACCEPT);
        if (type == null || !type.regionMatches(true, 0, asked, 0, asked.length())) {
            throw UpstreamFailure.invalid("Content-Type " + type);
        }
        try {
            return WholeJson.read(body);
        } catch (IOException e) {
            throw UpstreamFailure.invalid(e.getMessage());
        }
    }

    /**
     * This answer, if the service gave what was asked for.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem the service's refusal as one of ours
     * @throws UpstreamFailure on any other status
     */
    public Answer granted() {
        if (REFUSALS.contains(status)) {
            throw Refusal.of(this);
        }
        return success();
    }

    /** This answer, if the service gave what was asked for; a refusal is a failure too. */
    public Answer success() {
        if (status == 200) {
            return this;
        }
        throw new UpstreamFailure(UpstreamFailure.Reason.UNAVAILABLE, "status " + status, null);
    }

    public int status() {
        return status;
    }

    public String header(CharSequence name) {
        return headers.get(name);
    }

    /** The bytes as they came; not to be changed. */
    public byte[] body() {
        return body;
    }

    public SelfDescription itself() {
        return itself;
    }
}

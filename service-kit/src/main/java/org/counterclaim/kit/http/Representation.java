package org.counterclaim.kit.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * What one resource looks like at one moment, with its validators (RFC 9110, section 8.8).
 *
 * @param view the body
 * @param tag strong entity tag, with its quotes
 * @param lastModified when what the body shows last changed; null if nobody knows
 */
public record Representation<T>(T view, String tag, Instant lastModified) {

    /** What is made of so many things that nobody counts its revisions; it tells all that it says when it is written as a string. */
    public static <T> Representation<T> of(T view) {
        return new Representation<>(view, Preconditions.tag(List.of(view.toString())), null);
    }

    /** Plain JSON of a revision. */
    public static <T> Representation<T> of(T view, int revision, Instant lastModified) {
        return new Representation<>(view, Preconditions.tag(revision), lastModified);
    }

    /** A variant of a revision other than its plain JSON. */
    public static <T> Representation<T> of(T view, int revision, List<String> variant, Instant lastModified) {
        return new Representation<>(view, Preconditions.tag(revision, variant), lastModified);
    }

    /** A part of it, which changes when the whole does. */
    public <P> Representation<P> with(P part) {
        return new Representation<>(part, tag, lastModified);
    }

    /** 200 in that media type, or 304 if the reader has it already. */
    public RestResponse<T> unless(String ifNoneMatch, MediaType type) {
        RestResponse<T> answer = unless(ifNoneMatch);
        if (answer.getEntity() != null) {
            answer.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, type);
        }
        return answer;
    }

    /** 200, or 304 if the reader has it already. */
    public RestResponse<T> unless(String ifNoneMatch) {
        return Preconditions.notModified(ifNoneMatch, tag)
                ? validated(ResponseBuilder.<T>create(Status.NOT_MODIFIED)).build()
                : ok();
    }

    /** 200. */
    public RestResponse<T> ok() {
        return validated(ResponseBuilder.ok(view)).build();
    }

    /** 201 with the address of what was made. */
    public RestResponse<T> created(URI location) {
        return validated(ResponseBuilder.create(Status.CREATED, view).header(HttpHeaders.LOCATION, location))
                .build();
    }

    private ResponseBuilder<T> validated(ResponseBuilder<T> answer) {
        return answer.header(HttpHeaders.ETAG, tag).lastModified(lastModified == null ? null : Date.from(lastModified));
    }
}

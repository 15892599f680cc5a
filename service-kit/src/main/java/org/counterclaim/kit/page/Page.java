package org.counterclaim.kit.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.counterclaim.kit.http.Preconditions;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * One page of a list.
 *
 * @param items the page's items, in the order of the list
 * @param page how to go on
 */
public record Page<T>(
        @Schema(required = true) List<T> items,
        @Schema(required = true) Position page) {

    /**
     * @param limit how many items were asked for
     * @param nextCursor where the next page begins; null on the last one
     */
    @Schema(name = "PagePosition")
    public record Position(
            @Schema(required = true) int limit,

            @Schema(required = true, nullable = true) @JsonInclude(JsonInclude.Include.ALWAYS)
            String nextCursor) {}

    /** A page of these items. */
    public static <T> Page<T> of(List<T> items, int limit, String nextCursor) {
        return new Page<>(items, new Position(limit, nextCursor));
    }

    /** The same page of other things. */
    public <R> Page<R> map(Function<T, R> each) {
        return new Page<>(items.stream().map(each).toList(), page);
    }

    /** The same page with less on it: what its reader may see. */
    public Page<T> withItems(List<T> seen) {
        return new Page<>(seen, page);
    }

    /** 200 with {@code Link} to the next and the first page (RFC 8288), relative to this server. */
    public RestResponse<Page<T>> answer(UriInfo request) {
        return answer(this, request);
    }

    /** 200 with the links of the page and a tag of what is on it, or 304 if the reader has it already. */
    public RestResponse<Page<T>> answer(UriInfo request, String ifNoneMatch) {
        return answer(this, request, tag(T::toString, ""), ifNoneMatch);
    }

    /** The same for a body that has this page in it. */
    public <B> RestResponse<B> answer(B body, UriInfo request, String tag, String ifNoneMatch) {
        RestResponse<B> answer =
                Preconditions.notModified(ifNoneMatch, tag) ? RestResponse.notModified() : answer(body, request);
        answer.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        return answer;
    }

    /**
     * Tag of what is on it.
     *
     * @param version what tells an item from all that it was before, such as its id and revision
     * @param around what else stands in the body
     */
    public String tag(Function<T, String> version, String around) {
        // where the next page begins follows from the items; its cursor is another one each time
        boolean more = page.nextCursor != null;
        return Preconditions.tag(Stream.concat(items.stream().map(version), Stream.of(page.limit + " " + more, around))
                .toList());
    }

    /** 200 with the links of the page, for a body that has it. */
    public <B> RestResponse<B> answer(B body, UriInfo request) {
        String first = link(request, null, "first");
        String links = page.nextCursor == null ? first : first + ", " + link(request, page.nextCursor, "next");
        return ResponseBuilder.ok(body).header(HttpHeaders.LINK, links).build();
    }

    private static String link(UriInfo request, String cursor, String rel) {
        UriBuilder to =
                request.getRequestUriBuilder().scheme(null).host(null).port(-1).replaceQueryParam("cursor");
        UriBuilder page = cursor == null ? to : to.queryParam("cursor", cursor);
        return "<" + page.build().toString().replaceFirst("\\?$", "") + ">; rel=\"" + rel + "\"";
    }
}

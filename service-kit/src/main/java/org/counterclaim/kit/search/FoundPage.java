package org.counterclaim.kit.search;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.counterclaim.kit.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * One page of what was found.
 *
 * @param items the page's items, in the order of the list
 * @param page how to go on
 * @param facets what else can be said of all that was found; absent if nobody asked
 */
public record FoundPage<T>(
        @Schema(required = true) List<T> items,
        @Schema(required = true) Page.Position page,
        Facets facets) {

    /**
     * 200 with the links of the page and a tag of what is on it, or 304 if the reader has it already.
     *
     * @param version what tells an item from all that it was before: its id and revision
     */
    public static <T> RestResponse<FoundPage<T>> answer(
            Page<T> page, Facets facets, UriInfo request, Function<T, String> version, String ifNoneMatch) {
        String tag = page.tag(version, String.valueOf(facets));
        return page.answer(new FoundPage<>(page.items(), page.page(), facets), request, tag, ifNoneMatch);
    }
}

package org.counterclaim.kit.search;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
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

    /** 200 with the links of the page. */
    public static <T> RestResponse<FoundPage<T>> answer(Page<T> page, Facets facets, UriInfo request) {
        return page.answer(new FoundPage<>(page.items(), page.page(), facets), request);
    }
}

package org.counterclaim.kit.search;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How often which value stands in what was found: for whoever wants to narrow it.
 *
 * @param counted how many of the list were looked at, the first in its order
 * @param complete whether that is all of it
 * @param by the most frequent values of each facet that was asked for
 */
@Schema(name = "Facets")
public record Facets(
        @Schema(required = true) int counted,
        @Schema(required = true) boolean complete,
        @Schema(required = true) Map<String, List<Count>> by) {

    /** One value and how many have it. */
    @Schema(name = "FacetCount")
    public record Count(
            @Schema(required = true) String value,
            @Schema(required = true) int count) {}
}

package org.counterclaim.kit.store;

import java.util.List;
import org.counterclaim.kit.page.Page.Position;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a change feed.
 *
 * @param items what changed, in order
 * @param page how to go on; there is always a cursor
 * @param behind whether there is, or may be, more than was told so far: the next page has it, or it waits (for two seconds at most)
 *     for a writer who may be dead. Whoever keeps what the service has told cannot trust it meanwhile, and asks.
 */
public record ChangePage(
        @Schema(required = true) List<ChangeItem> items,
        @Schema(required = true) Position page,
        @Schema(required = true) boolean behind) {}

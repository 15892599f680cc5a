package org.counterclaim.linked;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Many things of schema.org one after the other (DataFeed). Nobody holds all of it: it is written item by item. */
@Schema(name = "ClaimFeed", description = "A DataFeed of schema.org with ClaimReviews and Claims.")
public record DataFeed(
        @JsonProperty("@context") @Schema(required = true) String context,
        @JsonProperty("@type") @Schema(required = true) String type,
        @Schema(required = true) List<Item> dataFeedElement) {

    /** What stands before its items; each is a line of its own, with a comma between it and the one before. */
    public static final String BEGIN =
            "{\"@context\":\"" + SchemaClaim.CONTEXT + "\",\"@type\":\"DataFeed\",\"dataFeedElement\":[";

    /** What stands behind them. */
    public static final String END = "]}";

    /**
     * One of them.
     *
     * @param item a ClaimReview or a Claim
     */
    @Schema(name = "ClaimFeedItem")
    public record Item(
            @JsonProperty("@type") @Schema(required = true) String type,
            @Schema(required = true) Object item) {

        public static Item of(Object item) {
            return new Item("DataFeedItem", item);
        }
    }
}

package org.counterclaim.story;

import org.counterclaim.kit.http.QueryParameters;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which stories a reader asks for, and in which order. The article service reads them, its answer to a wrong one is passed on. */
public class StoryQuery {

    @RestQuery
    @Parameter(description = "Only those of this section of the publication.")
    String section;

    @RestQuery
    @Parameter(description = "Only those on the subject with this code, such as `medtop:16000000`.")
    String subject;

    @RestQuery
    @Parameter(description = "Only those with this keyword.")
    String keyword;

    @RestQuery
    @Parameter(description = "Only those in this language (BCP 47).")
    String language;

    @RestQuery
    @Parameter(
            description =
                    "Only those that may have been published then or later: a time, a day, a month or a year (UTC). What is dated to a month may be of any day in it; what has no date lies in no range.")
    String publishedFrom;

    @RestQuery
    @Parameter(description = "Only those that may have been published by the end of that time, day, month or year.")
    String publishedTo;

    @RestQuery
    @Parameter(
            description =
                    "Only those in which something is disputed; with `false` all others. A page can then have fewer items than its limit, or none, and still name the next: what is left out was looked at. Without the claims there is no such list (503, 504).",
            schema = @Schema(type = SchemaType.BOOLEAN))
    String disputed;

    @RestQuery
    @Parameter(
            description = "Order; a minus sign puts the latest first.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"updatedAt", "-updatedAt"},
                            defaultValue = "-updatedAt"))
    String sort;

    @RestQuery
    @Parameter(
            description = "How many items at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "20"))
    String limit;

    @RestQuery
    @Parameter(description = "Where to go on: `page.nextCursor` of the page before, with the same filters.")
    String cursor;

    /** Null if it makes no difference. */
    Boolean disputed() {
        return QueryParameters.flag("disputed", disputed);
    }

    int limit() {
        return QueryParameters.number("limit", limit, 1, 200, 20);
    }
}

package org.counterclaim.story;

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
    @Parameter(description = "Only those with this keyword.")
    String keyword;

    @RestQuery
    @Parameter(description = "Only those in this language (BCP 47).")
    String language;

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
}

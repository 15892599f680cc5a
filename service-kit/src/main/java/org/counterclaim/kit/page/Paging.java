package org.counterclaim.kit.page;

import org.counterclaim.kit.http.QueryParameters;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which page a reader asks for. Both are read as text, so that a wrong one is answered with a pointer to it. */
public class Paging {

    private static final int MAX = 200;
    private static final int DEFAULT = 20;

    @RestQuery
    @Parameter(
            description = "How many items at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "20"))
    String limit;

    @RestQuery
    @Parameter(description = "Where to go on: `page.nextCursor` of the page before, with the same filters.")
    String cursor;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 unless it is a number from 1 to 200 */
    public int limit() {
        return QueryParameters.number("limit", limit, 1, MAX, DEFAULT);
    }

    /** The cursor as it came, null for the first page. */
    public String cursor() {
        return cursor;
    }
}

package org.counterclaim.claim;

import org.counterclaim.kit.http.QueryParameters;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** Whether a claim is to be made under an id that its writer has chosen. */
public class OwnId {

    @RestHeader("If-None-Match")
    String ifNoneMatch;

    @RestQuery
    @Parameter(
            description = "Whether a new one is made although it is probably there already.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    String allowDuplicate;

    boolean isGiven() {
        return ifNoneMatch != null && ifNoneMatch.strip().equals("*");
    }

    boolean allowsDuplicate() {
        return Boolean.TRUE.equals(QueryParameters.flag("allowDuplicate", allowDuplicate));
    }
}

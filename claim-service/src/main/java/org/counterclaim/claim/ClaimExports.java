package org.counterclaim.claim;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Taking everything along. */
@Path("/v1/claims/exports")
@RolesAllowed(Caller.EDITOR)
@Tag(name = "bulk", description = "Many claims and reviews at once.")
class ClaimExports {

    private static final String NDJSON = "application/x-ndjson";

    private final Claims claims;

    ClaimExports(Claims claims) {
        this.claims = claims;
    }

    @GET
    @Produces(NDJSON)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "exportClaims",
            summary = "All claims",
            description =
                    "Those of every editorial status that were not removed or merged, one in each line, in the order of their ids, at the pace of the reader. A stream that breaks off is not whole; its reader begins again.")
    @APIResponse(
            responseCode = "200",
            description = "The claims as they stand.",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = ClaimView.class)))
    public Multi<ClaimView> all() {
        return claims.stream(ClaimFilters.isKept()).map(ClaimView::of);
    }
}

package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.counterclaim.kit.http.Representation;
import org.counterclaim.likeness.Likeness;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The same claim across stories: suggested, and never merged by itself. */
@Path("/v1/claims")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "claims", description = "Assertions, with every position taken on them.")
class SimilarResource {

    private final FindSimilar similar;
    private final ClaimsForReaders readers;

    SimilarResource(FindSimilar similar, ClaimsForReaders readers) {
        this.similar = similar;
        this.readers = readers;
    }

    @GET
    @Path("/{id}/similar")
    @Operation(
            operationId = "listSimilarClaims",
            summary = "Claims that say much the same",
            description =
                    "The most alike first, each with its reasons. Texts are compared within one language; with other numbers, other names, or a no where the other one has none, they are not alike, and texts of fewer than four words that say something are not compared at all.")
    @APIResponseSchema(value = SimilarClaims.class, responseDescription = "The claims.")
    @APIResponse(responseCode = "308", description = "It was merged into another claim, see Location.")
    public Uni<RestResponse<SimilarClaims>> similar(
            @RestPath String id, @RestHeader("If-None-Match") String ifNoneMatch) {
        return readers.get(id)
                .chain(claim -> similar.to(Subject.of(claim.visible()), Likeness.SIMILAR, readers.caller()))
                .map(found -> Representation.of(new SimilarClaims(found)).unless(ifNoneMatch));
    }

    /** Claims, the most alike first. */
    @Schema(name = "SimilarClaims")
    record SimilarClaims(@Schema(required = true) List<Similar> items) {}
}

package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.counterclaim.linked.AnnotationPage;
import org.counterclaim.linked.SchemaGraph;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What stands with a claim, in the words of others' standards. */
@Path("/v1/claims/{id}")
@Tag(name = "claims", description = "Assertions, with every position taken on them.")
class LinkedClaimResource {

    private final ClaimsForReaders claims;
    private final ClaimJsonLd jsonLd;

    LinkedClaimResource(ClaimsForReaders claims, ClaimJsonLd jsonLd) {
        this.claims = claims;
        this.jsonLd = jsonLd;
    }

    @GET
    @Path("/claimreview")
    @Produces(ClaimJsonLd.TYPE)
    @Operation(
            operationId = "getClaimReview",
            summary = "A claim's reviews as ClaimReview",
            description =
                    "JSON-LD in the words of schema.org. 404 if nobody has reviewed the claim: no rating is ever made of its dispute status.")
    @APIResponseSchema(value = SchemaGraph.class, responseDescription = "The reviews.")
    @APIResponse(responseCode = "308", description = "It was merged into another claim, see Location.")
    public Uni<RestResponse<SchemaGraph>> claimReview(
            @RestPath String id, @RestHeader("If-None-Match") String ifNoneMatch) {
        return claims.form(id, ifNoneMatch, jsonLd::reviews);
    }

    @GET
    @Path("/annotations")
    @Produces(AnnotationPage.TYPE)
    @Operation(
            operationId = "getAnnotations",
            summary = "A claim's places as annotations",
            description =
                    "A page of W3C annotations with the motivation `identifying`: each says that a stretch of text, found by its words or by its position, is the claim.")
    @APIResponseSchema(value = AnnotationPage.class, responseDescription = "The page.")
    @APIResponse(responseCode = "308", description = "It was merged into another claim, see Location.")
    public Uni<RestResponse<AnnotationPage>> annotations(
            @RestPath String id, @RestHeader("If-None-Match") String ifNoneMatch) {
        return claims.part(id, ifNoneMatch, claim -> AnnotationPage.of(claim.id(), claim.appearances()));
    }
}

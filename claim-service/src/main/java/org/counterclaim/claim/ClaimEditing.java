package org.counterclaim.claim;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.counterclaim.kit.http.MergePatch;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Changing a claim bit by bit, and ending a draft. */
@Path("/v1/claims/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.REPORTER)
@Tag(name = "claims")
class ClaimEditing {

    private static final String UNEXPLAINED = "The claim is published: `changeType` and `reason` are missing.";

    private final ReviseClaim revise;
    private final DeleteClaim delete;
    private final SecurityIdentity identity;

    ClaimEditing(ReviseClaim revise, DeleteClaim delete, SecurityIdentity identity) {
        this.revise = revise;
        this.delete = delete;
        this.identity = identity;
    }

    @PATCH
    @Consumes(MergePatch.TYPE)
    @Operation(
            operationId = "patchClaim",
            summary = "Change some members of the wording",
            description =
                    "A merge patch (RFC 7396): null takes a member away, a list is replaced as a whole. Otherwise as PUT.")
    @APIResponseSchema(value = ClaimView.class, responseDescription = "The next revision.")
    @APIResponse(responseCode = "409", description = "The claim stands where it is not written.")
    public Uni<RestResponse<ClaimView>> patch(
            @BeanParam Edit edit,
            @NotNull
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MergePatch.TYPE,
                                            schema = @Schema(implementation = ClaimContent.class)))
                    JsonNode patch) {
        return revise.patch(edit.by(caller()), patch)
                .map(claim -> ClaimView.representation(claim).ok());
    }

    @DELETE
    @RolesAllowed(Caller.EDITOR)
    @Operation(operationId = "deleteClaim", summary = "Delete a draft", description = "Its id is never given again.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "409", description = "It is no draft; `allowed` names what can be done instead.")
    public Uni<RestResponse<Void>> delete(@RestPath String id, @RestHeader("If-Match") String ifMatch) {
        return delete.by(id, ifMatch, caller()).replaceWith(RestResponse::noContent);
    }

    @PUT
    @Path("/evidence/{evidenceId}")
    @Operation(
            operationId = "linkEvidence",
            summary = "Say that an item of evidence bears on a claim",
            description =
                    "Whoever brings it forward, or nobody. What a party brings forward is said with its position, and stays there. What bears on it already stays.")
    @APIResponse(responseCode = "204", description = "It does; the ETag is the claim's.")
    @APIResponse(responseCode = "409", description = "The claim stands where it is not written, or has too much.")
    @APIResponse(responseCode = "422", description = UNEXPLAINED)
    public Uni<RestResponse<Void>> link(@BeanParam Edit edit, @RestPath String evidenceId) {
        return revise.addEvidence(edit.by(caller()), evidenceId).map(ClaimEditing::done);
    }

    @DELETE
    @Path("/evidence/{evidenceId}")
    @Operation(
            operationId = "unlinkEvidence",
            summary = "Say that an item of evidence does not bear on a claim",
            description = "It stays with the positions that rest on it.")
    @APIResponse(responseCode = "204", description = "It does not; the ETag is the claim's next one.")
    @APIResponse(responseCode = "409", description = "The claim stands where it is not written.")
    @APIResponse(responseCode = "422", description = UNEXPLAINED)
    public Uni<RestResponse<Void>> unlink(@BeanParam Edit edit, @RestPath String evidenceId) {
        return revise.removeEvidence(edit.by(caller()), evidenceId).map(ClaimEditing::done);
    }

    private Caller caller() {
        return Caller.of(identity);
    }

    private static RestResponse<Void> done(Claim claim) {
        return ResponseBuilder.<Void>create(RestResponse.Status.NO_CONTENT)
                .header(HttpHeaders.ETAG, Preconditions.tag(claim.revision()))
                .build();
    }
}

package org.counterclaim.proposal;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.counterclaim.claim.ClaimView;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes proposed claims over as drafts. */
@Path("/v1/proposals:accept")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.REPORTER)
@Tag(name = "proposals")
class AcceptResource {

    private final AcceptProposals accept;
    private final SecurityIdentity identity;

    AcceptResource(AcceptProposals accept, SecurityIdentity identity) {
        this.accept = accept;
        this.identity = identity;
    }

    @POST
    @Operation(
            operationId = "acceptProposals",
            summary = "Take proposed claims over as drafts",
            description =
                    "With their parties, positions and places. A party that is known by its name or an alias is taken as it is; where several have the name, `party` of the speaker says which. So is a claim that the article holds in the same words: the request can be sent again. What is quoted is compared with the article first; if anything is not there, nothing is written.")
    @APIResponseSchema(value = Accepted.class, responseCode = "201", responseDescription = "The drafts.")
    public Uni<RestResponse<Accepted>> accept(@NotNull @Valid AcceptRequest request) {
        return accept.of(request, Caller.of(identity))
                .map(claims -> RestResponse.status(RestResponse.Status.CREATED, new Accepted(claims)));
    }

    /** The claims, in the order of the request. */
    @Schema(name = "AcceptedProposals")
    record Accepted(@Schema(required = true) List<ClaimView> items) {}
}

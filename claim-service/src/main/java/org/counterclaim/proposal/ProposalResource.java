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
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Claims that a text seems to hold, for an editor to choose from. */
@Path("/v1/proposals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.REPORTER)
@Tag(name = "proposals", description = "From a raw story to proposed claims.")
class ProposalResource {

    private final ProposeClaims propose;
    private final SecurityIdentity identity;

    ProposalResource(ProposeClaims propose, SecurityIdentity identity) {
        this.propose = propose;
        this.identity = identity;
    }

    @POST
    @Operation(
            operationId = "proposeClaims",
            summary = "Propose claims from a story",
            description =
                    "Who says what in which exact words, who denies it, and what that comes to, by rules over English news text. A speaker who is called like one party is that `party`; of several (`namesakes`) none is chosen. Nothing is kept, and nothing that is proposed has been checked by anybody. Of a text that is longer than any story the beginning is read, and the answer says so.")
    @APIResponseSchema(value = Proposals.class, responseDescription = "What the text seems to hold.")
    @APIResponse(responseCode = "404", description = "There is no such article, or it is not public.")
    @APIResponse(responseCode = "410", description = "The article was public and is not any more.")
    @APIResponse(responseCode = "451", description = "The article was removed by a legal order.")
    public Uni<Proposals> propose(@NotNull @Valid ProposalRequest request) {
        return propose.from(request, Caller.of(identity));
    }
}

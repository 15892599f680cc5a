package org.counterclaim.claim;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.editorial.Transition;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.idempotency.Once;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Writing claims: drafts by reporters, moves between the editorial states, changes of what is published by editors. */
@Path("/v1/claims")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "claims", description = "Assertions, with every position taken on them.")
@RolesAllowed(Caller.REPORTER)
class ClaimWriting {

    private final CreateClaim create;
    private final ReviseClaim revise;
    private final MoveClaim move;
    private final SecurityIdentity identity;

    ClaimWriting(CreateClaim create, ReviseClaim revise, MoveClaim move, SecurityIdentity identity) {
        this.create = create;
        this.revise = revise;
        this.move = move;
        this.identity = identity;
    }

    @POST
    @Operation(
            operationId = "createClaim",
            summary = "Create a draft",
            description =
                    "With its places and positions. What is quoted is compared with the articles, and a dispute status follows from the positions. One that is probably there already is refused with `duplicate` and the `candidates`, unless `allowDuplicate` is true.")
    @APIResponseSchema(value = ClaimView.class, responseCode = "201", responseDescription = "Created, see Location.")
    @APIResponse(
            responseCode = "409",
            description =
                    "It is probably there already, see `candidates`. Or the first request with this Idempotency-Key is still running; see Retry-After.")
    public Uni<RestResponse<ClaimView>> create(
            @RestQuery @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    String allowDuplicate,
            @BeanParam Once once,
            @NotNull @Valid ClaimDraft draft) {
        boolean allowed = Boolean.TRUE.equals(QueryParameters.flag("allowDuplicate", allowDuplicate));
        return create.from(draft, allowed, caller(), once).map(ClaimWriting::created);
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "reviseClaim",
            summary = "Write the next wording",
            description =
                    "With If-Match; with If-None-Match: * it makes a draft under an id of the caller's, unless it is probably there already, as when one is created without an id. Places and positions stay; they are written one by one. What is in review or approved goes back to draft. Something published is changed by an editor, with `changeType` and `reason`, and the change is live at once.")
    @APIResponseSchema(value = ClaimView.class, responseDescription = "The next revision.")
    @APIResponse(
            responseCode = "201",
            description = "Created, see Location.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ClaimView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "The claim stands where it is not written. Or a new one is probably there already, see `candidates`.")
    public Uni<RestResponse<ClaimView>> revise(
            @RestPath String id,
            @RestHeader("If-Match") String ifMatch,
            @BeanParam OwnId own,
            @RestQuery String changeType,
            @RestQuery String reason,
            @NotNull @Valid ClaimContent content) {
        boolean allowed = own.allowsDuplicate();
        if (own.isGiven()) {
            return create.at(id, content, allowed, caller()).map(ClaimWriting::created);
        }
        Change change = Change.ofContent(caller(), changeType, reason);
        return revise.word(new ClaimWrite(id, ifMatch, change, caller()), content)
                .map(claim -> ClaimView.representation(claim).ok());
    }

    @POST
    @Path("/{id}/transitions")
    @Operation(
            operationId = "moveClaim",
            summary = "Move to another editorial status",
            description =
                    "draft, in_review, approved, published, withheld, retracted, removed; a move that is not open is answered with those that are.")
    @APIResponseSchema(value = ClaimView.class, responseDescription = "The next revision.")
    @APIResponse(responseCode = "409", description = "The move is not open; `allowed` names those that are.")
    public Uni<RestResponse<ClaimView>> move(
            @RestPath String id, @RestHeader("If-Match") String ifMatch, @NotNull @Valid Transition transition) {
        return move.by(id, ifMatch, transition, caller())
                .map(claim -> ClaimView.representation(claim).ok());
    }

    private static RestResponse<ClaimView> created(Claim claim) {
        return ClaimView.representation(claim).created(URI.create("/v1/claims/" + claim.id()));
    }

    private Caller caller() {
        return Caller.of(identity);
    }
}

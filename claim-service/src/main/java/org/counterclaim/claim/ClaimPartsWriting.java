package org.counterclaim.claim;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.appearance.AppearanceContent;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.idempotency.Once;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.position.Position;
import org.counterclaim.position.PositionContent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Writing the parts of a claim. The tag, before and after, is the claim's; what is published is changed as the claim itself is. */
@Path("/v1/claims")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "claims", description = "Assertions, with every position taken on them.")
@RolesAllowed(Caller.REPORTER)
class ClaimPartsWriting {

    private final ReviseClaim revise;
    private final ConfirmPlace confirm;
    private final SecurityIdentity identity;

    ClaimPartsWriting(ReviseClaim revise, ConfirmPlace confirm, SecurityIdentity identity) {
        this.revise = revise;
        this.confirm = confirm;
        this.identity = identity;
    }

    @POST
    @Path("/{id}/positions")
    @Operation(
            operationId = "addPosition",
            summary = "Write down a party's position",
            description = "The dispute status follows from all positions.")
    @APIResponseSchema(value = Position.class, responseCode = "201", responseDescription = "Created, see Location.")
    @APIResponse(responseCode = "409", description = "The claim stands where it is not written.")
    public Uni<RestResponse<Position>> addPosition(
            @BeanParam Edit edit, @BeanParam Once once, @NotNull @Valid PositionContent content) {
        return revise.addPosition(edit.by(caller()), content, once).map(ClaimPartsWriting::lastPosition);
    }

    @POST
    @Path("/{id}/positions/{positionId}:supersede")
    @Operation(
            operationId = "supersedePosition",
            summary = "Write down that a party changed its mind",
            description = "The earlier position stays, with this one in its place.")
    @APIResponseSchema(value = Position.class, responseCode = "201", responseDescription = "Created, see Location.")
    @APIResponse(responseCode = "409", description = "The claim stands where it is not written.")
    public Uni<RestResponse<Position>> supersedePosition(
            @BeanParam Edit edit,
            @RestPath String positionId,
            @BeanParam Once once,
            @NotNull @Valid PositionContent content) {
        return revise.addPosition(edit.by(caller()), content.superseding(positionId), once)
                .map(ClaimPartsWriting::lastPosition);
    }

    @POST
    @Path("/{id}/appearances")
    @Operation(
            operationId = "addAppearance",
            summary = "Write down where a claim appears",
            description = "What is quoted is compared with the article.")
    @APIResponseSchema(value = Appearance.class, responseCode = "201", responseDescription = "Created.")
    @APIResponse(responseCode = "409", description = "The claim stands where it is not written.")
    public Uni<RestResponse<Appearance>> addAppearance(
            @BeanParam Edit edit, @BeanParam Once once, @NotNull @Valid AppearanceContent content) {
        return revise.addAppearance(edit.by(caller()), content, once)
                .map(claim -> created(claim, last(claim.appearances())).build());
    }

    @DELETE
    @Path("/{id}/appearances/{appearanceId}")
    @Operation(
            operationId = "removeAppearance",
            summary = "Take a place away from a claim",
            description = "Earlier revisions keep it.")
    @APIResponse(responseCode = "204", description = "It is gone; the ETag is the claim's next one.")
    @APIResponse(responseCode = "422", description = "The claim is published: `changeType` and `reason` are missing.")
    @APIResponse(responseCode = "409", description = "It is the last one of a published claim.")
    public Uni<RestResponse<Void>> removeAppearance(@BeanParam Edit edit, @RestPath String appearanceId) {
        return revise.removeAppearance(edit.by(caller()), appearanceId)
                .map(claim -> ResponseBuilder.<Void>create(RestResponse.Status.NO_CONTENT)
                        .header(HttpHeaders.ETAG, Preconditions.tag(claim.revision()))
                        .build());
    }

    @POST
    @Path("/{id}/appearances/{appearanceId}:confirm")
    @RolesAllowed(Caller.EDITOR)
    @Operation(
            operationId = "confirmAppearance",
            summary = "Confirm where something is quoted from",
            description =
                    "For a quote that stands in the article in nearly the same words, or in more than one place (its anchor is fuzzy). From then on it is quoted as the article has it now. The appearance may be the claim's or one of a position.")
    @APIResponseSchema(value = Appearance.class, responseDescription = "The appearance as it is quoted from now on.")
    @APIResponse(
            responseCode = "409",
            description =
                    "The article is at another revision, or there is nothing to confirm, or the claim is not written.")
    @APIResponse(responseCode = "451", description = "The article was removed by a legal order.")
    public Uni<RestResponse<Appearance>> confirm(
            @BeanParam Edit edit, @RestPath String appearanceId, @NotNull @Valid Confirmation confirmation) {
        return confirm.by(edit.by(caller()), appearanceId, confirmation.articleRevision())
                .map(claim -> tagged(
                                RestResponse.Status.OK,
                                claim,
                                claim.appearance(appearanceId).orElseThrow())
                        .build());
    }

    /** @param articleRevision the revision of the article in which the editor has seen it */
    record Confirmation(
            @NotNull @Min(1) @Max(999_999_999) @Schema(required = true)
            Integer articleRevision) {}

    private Caller caller() {
        return Caller.of(identity);
    }

    private static RestResponse<Position> lastPosition(Claim claim) {
        Position position = last(claim.positions());
        return created(claim, position)
                .header(HttpHeaders.LOCATION, URI.create("/v1/claims/" + claim.id() + "/positions/" + position.id()))
                .build();
    }

    private static <T> ResponseBuilder<T> created(Claim claim, T part) {
        return tagged(RestResponse.Status.CREATED, claim, part);
    }

    private static <T> ResponseBuilder<T> tagged(RestResponse.Status status, Claim claim, T part) {
        return ResponseBuilder.create(status, part).header(HttpHeaders.ETAG, Preconditions.tag(claim.revision()));
    }

    private static <T> T last(List<T> parts) {
        return parts.get(parts.size() - 1);
    }
}

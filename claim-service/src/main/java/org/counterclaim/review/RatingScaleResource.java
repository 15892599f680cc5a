package org.counterclaim.review;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.counterclaim.kit.http.Representation;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What the labels of fact-checkers mean, for everybody to read and for editors to write. */
@Path("/v1/rating-scales")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rating scales", description = "What the labels of fact-checks mean.")
class RatingScaleResource {

    private final RatingScales scales;
    private final KeepRatingScale keep;
    private final SecurityIdentity identity;

    RatingScaleResource(RatingScales scales, KeepRatingScale keep, SecurityIdentity identity) {
        this.scales = scales;
        this.keep = keep;
        this.identity = identity;
    }

    @GET
    @Operation(
            operationId = "listRatingScales",
            summary = "List rating scales",
            description = "The latest changed first.")
    public Uni<RestResponse<Page<RatingScaleView>>> list(
            @BeanParam Paging paging, @RestHeader("If-None-Match") String ifNoneMatch, UriInfo request) {
        return scales.page(paging).map(page -> page.map(RatingScaleView::of).answer(request, ifNoneMatch));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRatingScale", summary = "Read a rating scale", description = "As it is known now.")
    @APIResponseSchema(value = RatingScaleView.class, responseDescription = "The scale.")
    public Uni<RestResponse<RatingScaleView>> get(
            @RestPath String id, @RestHeader("If-None-Match") String ifNoneMatch) {
        return scales.get(id).map(scale -> RatingScaleView.representation(scale).unless(ifNoneMatch));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Caller.EDITOR)
    @Operation(
            operationId = "keepRatingScale",
            summary = "Write a rating scale",
            description =
                    "A new one with `If-None-Match: *`, or the next revision with `If-Match`. Reviews that come in from now on are read by it; those that are there keep what they were read as.")
    @APIResponseSchema(value = RatingScaleView.class, responseDescription = "The next revision.")
    @APIResponse(
            responseCode = "201",
            description = "Created.",
            content = @Content(schema = @Schema(implementation = RatingScaleView.class)))
    public Uni<RestResponse<RatingScaleView>> keep(
            @RestPath String id,
            @RestHeader("If-Match") String ifMatch,
            @RestHeader("If-None-Match") String ifNoneMatch,
            @NotNull @Valid RatingScaleContent content) {
        return keep.under(id, ifMatch, ifNoneMatch, content, Caller.of(identity))
                .map(scale -> answer(scale, RatingScaleView.representation(scale)));
    }

    private static RestResponse<RatingScaleView> answer(RatingScale scale, Representation<RatingScaleView> view) {
        return scale.revision() == 1 ? view.created(URI.create("/v1/rating-scales/" + scale.id())) : view.ok();
    }
}

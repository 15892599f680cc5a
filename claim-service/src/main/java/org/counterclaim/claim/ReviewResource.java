package org.counterclaim.claim;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.counterclaim.kit.http.MergePatch;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.idempotency.Once;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.review.Review;
import org.counterclaim.review.ReviewContent;
import org.counterclaim.review.ReviewView;
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

/** What fact-checkers found of claims. The tag, before and after, is the claim's. */
@Path("/v1/claims/{id}/reviews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reviews", description = "What fact-checkers found.")
class ReviewResource {

    private final ClaimsForReaders claims;
    private final WriteReview write;
    private final SecurityIdentity identity;

    ReviewResource(ClaimsForReaders claims, WriteReview write, SecurityIdentity identity) {
        this.claims = claims;
        this.write = write;
        this.identity = identity;
    }

    @GET
    @Operation(
            operationId = "listReviews",
            summary = "What fact-checkers found of a claim",
            description =
                    "In the order in which the reviews were written down. They may disagree; then `disagree` says so.")
    @APIResponseSchema(value = ReviewList.class, responseDescription = "The reviews.")
    @APIResponse(responseCode = "308", description = "It was merged into another claim, see Location.")
    public Uni<RestResponse<ReviewList>> list(@RestPath String id, @RestHeader("If-None-Match") String ifNoneMatch) {
        return claims.part(id, ifNoneMatch, ReviewList::of);
    }

    @GET
    @Path("/{reviewId}")
    @Operation(operationId = "getReview", summary = "Read a review", description = "As it is written down now.")
    @APIResponseSchema(value = ReviewView.class, responseDescription = "The review.")
    @APIResponse(responseCode = "308", description = "It was merged into another claim, see Location.")
    public Uni<RestResponse<ReviewView>> get(
            @RestPath String id, @RestPath String reviewId, @RestHeader("If-None-Match") String ifNoneMatch) {
        return claims.part(id, ifNoneMatch, claim -> ReviewView.of(Reviews.require(claim, reviewId)));
    }

    @POST
    @RolesAllowed(Caller.EDITOR)
    @Operation(
            operationId = "addReview",
            summary = "Write down what a fact-checker found",
            description =
                    "Its label is read by the rating scales and outranks its number. What no scale knows is `not_rated`, and `doubts` says so. No dispute status follows from a review.")
    @APIResponseSchema(value = ReviewView.class, responseCode = "201", responseDescription = "Created, see Location.")
    @APIResponse(responseCode = "409", description = "The claim stands where it is not written.")
    public Uni<RestResponse<ReviewView>> add(
            @BeanParam Edit edit, @BeanParam Once once, @NotNull @Valid ReviewContent content) {
        return write.add(edit.by(Caller.of(identity)), content, once).map(ReviewResource::created);
    }

    @PATCH
    @Path("/{reviewId}")
    @Consumes(MergePatch.TYPE)
    @RolesAllowed(Caller.EDITOR)
    @Operation(
            operationId = "patchReview",
            summary = "Change some members of a review",
            description =
                    "A merge patch (RFC 7396). The rating is read again. An imported review becomes what its source says when it is imported again.")
    @APIResponseSchema(value = ReviewView.class, responseDescription = "The review; the ETag is the claim's next one.")
    @APIResponse(responseCode = "409", description = "The claim stands where it is not written.")
    public Uni<RestResponse<ReviewView>> patch(
            @BeanParam Edit edit,
            @RestPath String reviewId,
            @NotNull
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MergePatch.TYPE,
                                            schema = @Schema(implementation = ReviewContent.class)))
                    JsonNode patch) {
        return write.patch(edit.by(Caller.of(identity)), reviewId, patch)
                .map(claim -> ResponseBuilder.ok(ReviewView.of(Reviews.require(claim, reviewId)))
                        .header(HttpHeaders.ETAG, Preconditions.tag(claim.revision()))
                        .build());
    }

    /**
     * All reviews of one claim.
     *
     * @param disagree whether they come to different verdicts
     */
    @Schema(name = "Reviews")
    record ReviewList(
            @Schema(required = true) List<ReviewView> items,
            @Schema(required = true) boolean disagree) {

        static ReviewList of(Claim claim) {
            return new ReviewList(
                    claim.reviews().stream().map(ReviewView::of).toList(), Review.disagree(claim.reviews()));
        }
    }

    private static RestResponse<ReviewView> created(Claim claim) {
        Review review = claim.reviews().get(claim.reviews().size() - 1);
        return ResponseBuilder.create(RestResponse.Status.CREATED, ReviewView.of(review))
                .header(HttpHeaders.ETAG, Preconditions.tag(claim.revision()))
                .header(HttpHeaders.LOCATION, URI.create("/v1/claims/" + claim.id() + "/reviews/" + review.id()))
                .build();
    }
}

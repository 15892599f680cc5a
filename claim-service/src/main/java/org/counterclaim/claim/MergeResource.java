package org.counterclaim.claim;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Makes one claim of two. */
@Path("/v1/claims")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "claims")
class MergeResource {

    private final MergeClaims merge;
    private final SecurityIdentity identity;

    MergeResource(MergeClaims merge, SecurityIdentity identity) {
        this.merge = merge;
        this.identity = identity;
    }

    @POST
    @Path("/{id}:merge")
    @RolesAllowed(Caller.EDITOR)
    @Operation(
            operationId = "mergeClaims",
            summary = "Make one claim of two",
            description =
                    "Both are published. The one with the larger id always loses, whichever is named first: it is superseded, whoever asks for it is sent to the other one, and its history stays. The other one takes over its places, positions and relations. If-Match is that of the claim in the path.")
    @APIResponseSchema(value = Merger.class, responseDescription = "Which claim stands for both.")
    @APIResponse(
            responseCode = "409",
            description =
                    "One of them is not published, or one refines a claim that refines the other (`cycle`), or together they are too much.")
    public Uni<Merger> merge(
            @RestPath String id, @RestHeader("If-Match") String ifMatch, @NotNull @Valid MergeRequest request) {
        Caller editor = Caller.of(identity);
        ClaimWrite write = new ClaimWrite(id, ifMatch, Change.ofMerger(editor, request.reason), editor);
        return merge.with(request.into, write).map(Merger::of);
    }

    /**
     * @param into id of the other claim
     * @param reason why they are one; kept with the revisions
     */
    record MergeRequest(
            @NotBlank @Size(max = 100) @Schema(required = true)
            String into,

            @NotBlank @Size(max = 2000) @Schema(required = true)
            String reason) {}

    /**
     * What became of two claims.
     *
     * @param survivor id of the one that stands for both, or leads to the one that does
     * @param superseded id of the other one
     * @param revision the revision in which the other one is superseded
     */
    record Merger(
            @Schema(required = true) String survivor,
            @Schema(required = true) String superseded,
            @Schema(required = true) int revision) {

        static Merger of(Claim superseded) {
            return new Merger(superseded.into(), superseded.id(), superseded.revision());
        }
    }
}

package org.counterclaim.claim;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many claims at once. */
@Path("/v1/claims:batchGet")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "claims")
class ClaimBatch {

    private static final int MOST = 100;

    private final Claims claims;
    private final ShownClaims shown;
    private final SecurityIdentity identity;

    ClaimBatch(Claims claims, ShownClaims shown, SecurityIdentity identity) {
        this.claims = claims;
        this.shown = shown;
        this.identity = identity;
    }

    @POST
    @Operation(
            operationId = "batchGetClaims",
            summary = "Read many claims",
            description =
                    "Those of the list that the caller may see, as they stand. For one that was merged the one that it was merged into. Writes nothing.")
    @APIResponseSchema(value = Batch.class, responseDescription = "What was found.")
    @APIResponse(
            responseCode = "400",
            description = "The request cannot be read, or names more than 100 claims; `errors` says where.")
    public Uni<Batch> get(@NotNull @Valid BatchRequest request) {
        List<String> ids = AskedIds.once(request.ids, MOST);
        return claims.standingFor(ids, 0)
                .chain(found -> shown.to(Caller.of(identity), found))
                .map(seen -> Batch.of(ids, seen));
    }

    /** @param ids ids of up to 100 claims */
    record BatchRequest(
            @NotNull @Size(min = 1) @Schema(required = true, maxItems = MOST)
            List<@NotNull @Size(max = 100) String> ids) {}

    /**
     * What was found.
     *
     * @param items in the order of the request, each once
     * @param notFound ids of those that are not there, or not to be seen
     */
    record Batch(
            @Schema(required = true) List<ClaimView> items,
            @Schema(required = true) List<String> notFound) {

        static Batch of(List<String> ids, List<Claim> seen) {
            Map<String, Claim> byId = new LinkedHashMap<>();
            seen.forEach(claim -> Stream.concat(Stream.of(claim.id()), claim.mergedFrom().stream())
                    .forEach(id -> byId.put(id, claim)));
            return new Batch(
                    ids.stream()
                            .map(byId::get)
                            .filter(Objects::nonNull)
                            .distinct()
                            .map(ClaimView::of)
                            .toList(),
                    ids.stream().filter(id -> !byId.containsKey(id)).toList());
        }
    }
}

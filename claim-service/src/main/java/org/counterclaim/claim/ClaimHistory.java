package org.counterclaim.claim;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.http.Representation;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What claims were, and what moved their status. Readers see what was published, the newsroom everything. */
@Path("/v1/claims/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "history", description = "What claims were, and what moved their status.")
class ClaimHistory {

    private final ClaimPast past;
    private final ClaimsForReaders readers;
    private final ObjectMapper json;

    ClaimHistory(ClaimPast past, ClaimsForReaders readers, ObjectMapper json) {
        this.past = past;
        this.readers = readers;
        this.json = json;
    }

    @GET
    @Path("/history")
    @Operation(
            operationId = "listClaimRevisions",
            summary = "List the revisions of a claim",
            description =
                    "The latest first; also of a claim that was merged. The newsroom also sees who made each of them, and why.")
    @APIResponse(responseCode = "200", ref = "ClaimRevisions")
    @APIResponse(responseCode = "410", description = "It was public and is not any more.")
    @APIResponse(responseCode = "451", description = "It was removed by a legal order.")
    public Uni<RestResponse<Page<ClaimRevision>>> history(
            @RestPath String id,
            @BeanParam Paging paging,
            @RestHeader("If-None-Match") String ifNoneMatch,
            UriInfo request) {
        return past.page(id, paging)
                .map(page -> page.map(recorded -> ClaimRevision.of(recorded, past.seesAll()))
                        .answer(request, ifNoneMatch));
    }

    @GET
    @Path("/timeline")
    @Operation(
            operationId = "listStatusMoves",
            summary = "What moved the dispute status of a claim",
            description =
                    "The latest first: each move with the positions that it rests on and those that brought it about. The pages are those of the revisions, so one can have fewer items than its limit, or none.")
    @APIResponse(responseCode = "200", ref = "StatusMoves")
    @APIResponse(responseCode = "410", description = "It was public and is not any more.")
    @APIResponse(responseCode = "451", description = "It was removed by a legal order.")
    public Uni<RestResponse<Page<StatusMove>>> timeline(
            @RestPath String id,
            @BeanParam Paging paging,
            @RestHeader("If-None-Match") String ifNoneMatch,
            UriInfo request) {
        return past.moves(id, paging).map(page -> page.answer(request, ifNoneMatch));
    }

    @GET
    @Path("/diff")
    @Operation(
            operationId = "compareClaimRevisions",
            summary = "What changed between two revisions",
            description =
                    "Positions that were added and superseded, how the status moved, what was worded otherwise. Without `to` it goes up to the current one. Both must be revisions that the caller may see.")
    @APIResponseSchema(value = ClaimDiff.class, responseDescription = "What changed.")
    @APIResponse(responseCode = "308", description = "It was merged into another claim, see Location: name `to`.")
    @APIResponse(responseCode = "410", description = "It was public and is not any more.")
    @APIResponse(responseCode = "451", description = "It was removed by a legal order.")
    public Uni<RestResponse<ClaimDiff>> compare(
            @RestPath String id,
            @RestQuery String from,
            @RestQuery String to,
            @RestHeader("If-None-Match") String ifNoneMatch) {
        Integer first = QueryParameters.revision("from", from);
        Integer last = QueryParameters.revision("to", to);
        if (first == null) {
            throw QueryParameters.invalid("from", "Say from which revision.");
        }
        return readers.getRevision(id, first)
                .chain(before -> (last == null ? readers.get(id) : readers.getRevision(id, last))
                        .map(after -> representation(before.visible(), after.visible())))
                .map(representation -> representation.unless(ifNoneMatch));
    }

    private Representation<ClaimDiff> representation(Claim before, Claim after) {
        return new Representation<>(
                ClaimDiff.between(before, after, json::valueToTree),
                Preconditions.tag(
                        after.revision(),
                        List.of(
                                "diff",
                                String.valueOf(before.revision()),
                                before.places().toString(),
                                after.places().toString())),
                after.updatedAt());
    }
}

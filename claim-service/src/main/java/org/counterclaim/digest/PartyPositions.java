package org.counterclaim.digest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.counterclaim.claim.Claim;
import org.counterclaim.claim.Claims;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.party.Parties;
import org.counterclaim.position.DisputeStatus;
import org.counterclaim.position.Position;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Everything that a party has said, claim by claim, for the newsroom. */
@Path("/v1/parties")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.REPORTER)
@Tag(name = "parties", description = "Who asserts and who denies.")
class PartyPositions {

    private final Parties parties;
    private final Claims claims;

    PartyPositions(Parties parties, Claims claims) {
        this.parties = parties;
        this.claims = claims;
    }

    @GET
    @Path("/{id}/positions")
    @Operation(
            operationId = "listPartyPositions",
            summary = "What a party has said",
            description = "Claim by claim, the latest changed first, with every position that it has taken on each.")
    public Uni<RestResponse<Page<OnClaim>>> list(
            @RestPath String id,
            @BeanParam Paging paging,
            @RestHeader("If-None-Match") String ifNoneMatch,
            UriInfo request) {
        return parties.all(List.of(id))
                .invoke(found -> requireKnown(!found.isEmpty()))
                .chain(() -> claims.spokenOfBy(id, paging))
                .map(page -> page.map(claim -> OnClaim.of(claim, id)).answer(request, ifNoneMatch));
    }

    /** A party's positions on one claim, in the order in which they were written down. */
    @Schema(name = "PartyPositions")
    record OnClaim(
            @Schema(required = true) String claimId,
            @Schema(required = true) String shortText,
            @Schema(required = true) EditorialStatus editorialStatus,
            @Schema(required = true) DisputeStatus disputeStatus,
            @Schema(required = true) List<Position> positions) {

        static OnClaim of(Claim claim, String party) {
            return new OnClaim(
                    claim.id(),
                    claim.content().shortText(),
                    claim.editorial().status(),
                    claim.disputeStatus(),
                    claim.positions().stream()
                            .filter(position -> position.party().equals(party))
                            .toList());
        }
    }

    private static void requireKnown(boolean known) {
        if (!known) {
            throw Problem.NOT_FOUND.because("There is no party of this id.");
        }
    }
}

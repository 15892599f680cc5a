package org.counterclaim.digest;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.counterclaim.claim.ClaimsForReaders;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.http.Representation;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.party.Parties;
import org.counterclaim.party.Party;
import org.counterclaim.position.Position;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Who stands where: parties against aspects, of one claim and of a whole story. */
@Path("/v1/claims")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "stories", description = "The claims of whole stories.")
class PositionMaps {

    private final ClaimsForReaders claims;
    private final Parties parties;
    private final ComposeStory compose;
    private final SecurityIdentity identity;

    PositionMaps(ClaimsForReaders claims, Parties parties, ComposeStory compose, SecurityIdentity identity) {
        this.claims = claims;
        this.parties = parties;
        this.compose = compose;
        this.identity = identity;
    }

    @GET
    @Path("/{id}/positions/map")
    @Operation(
            operationId = "mapPositions",
            summary = "Who stands where on a claim",
            description =
                    "A row for each party, a cell for each aspect that it has spoken of: what counts now, and what it said before.")
    @APIResponseSchema(value = ClaimPositions.class, responseDescription = "The map.")
    @APIResponse(responseCode = "308", description = "It was merged into another claim, see Location.")
    @APIResponse(responseCode = "410", description = "The claim was public and is not any more.")
    @APIResponse(responseCode = "451", description = "The claim was removed by a legal order.")
    public Uni<RestResponse<ClaimPositions>> ofClaim(
            @RestPath String id, @RestHeader("If-None-Match") String ifNoneMatch) {
        return claims.get(id)
                .chain(seen -> parties.all(partiesIn(seen))
                        .map(people -> representation(seen, people).unless(ifNoneMatch)));
    }

    @GET
    @Path("/by-article/{articleId}/positions/map")
    @Operation(
            operationId = "mapStoryPositions",
            summary = "Who stands where in a story",
            description = "For each claim that appears in it, in the order of the text.")
    @APIResponseSchema(value = StoryPositions.class, responseDescription = "The map.")
    @APIResponse(responseCode = "410", description = "The story was public and is not any more.")
    @APIResponse(responseCode = "451", description = "The story was removed by a legal order.")
    public Uni<RestResponse<StoryPositions>> ofStory(
            @RestPath String articleId, @RestHeader("If-None-Match") String ifNoneMatch) {
        return compose.of(articleId, Caller.of(identity))
                .map(story -> story.with(StoryPositions.of(story.view())).unless(ifNoneMatch));
    }

    private static List<String> partiesIn(ClaimsForReaders.Seen seen) {
        return seen.visible().positions().stream()
                .map(Position::party)
                .distinct()
                .toList();
    }

    /** It shows parties too, so their revisions are in its tag. */
    private static Representation<ClaimPositions> representation(ClaimsForReaders.Seen seen, List<Party> parties) {
        Stream<String> shown = Stream.concat(
                seen.visible().places().stream(), parties.stream().map(party -> party.id() + ":" + party.revision()));
        return new Representation<>(
                ClaimPositions.of(seen.visible(), parties),
                Preconditions.tag(seen.whole().revision(), shown.toList()),
                Stream.concat(
                                Stream.of(seen.whole().updatedAt()),
                                parties.stream().map(Party::updatedAt))
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }
}

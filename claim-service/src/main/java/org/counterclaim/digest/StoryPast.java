package org.counterclaim.digest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.claim.Claim;
import org.counterclaim.claim.ClaimDiff;
import org.counterclaim.claim.PastOfClaims;
import org.counterclaim.digest.ClaimsOfStories.OfStory;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.http.Representation;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What the claims of whole stories were, and what became of them. */
@Path("/v1/claims")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "stories", description = "The claims of whole stories.")
class StoryPast {

    private final ClaimsOfStories claims;
    private final PastOfClaims past;
    private final SecurityIdentity identity;
    private final ObjectMapper json;

    StoryPast(ClaimsOfStories claims, PastOfClaims past, SecurityIdentity identity, ObjectMapper json) {
        this.claims = claims;
        this.past = past;
        this.identity = identity;
        this.json = json;
    }

    @GET
    @Path("/by-article/{articleId}/timeline")
    @Operation(
            operationId = "listStoryStatusMoves",
            summary = "What moved the dispute status of a story's claims",
            description =
                    "The latest first: each move with the positions that it rests on and those that brought it about.")
    @APIResponseSchema(value = StoryTimeline.class, responseDescription = "The moves.")
    @APIResponse(responseCode = "410", description = "The story was public and is not any more.")
    @APIResponse(responseCode = "451", description = "The story was removed by a legal order.")
    public Uni<RestResponse<StoryTimeline>> timeline(
            @RestPath String articleId, @RestHeader("If-None-Match") String ifNoneMatch) {
        Caller caller = Caller.of(identity);
        return claims.of(articleId, caller)
                .chain(story -> past.of(ids(story), caller)
                        .map(revisions -> StoryTimeline.of(articleId, story.claims(), revisions, caller.seesDrafts()))
                        .map(timeline ->
                                representation(story, timeline, "timeline").unless(ifNoneMatch)));
    }

    @GET
    @Path("/by-article/{articleId}/diff")
    @Operation(
            operationId = "compareStoryClaims",
            summary = "What changed in a story's claims since they were read",
            description =
                    "Claims that were added and withdrawn, and for each that is another one now what differs, how its status moved and what caused it. Since a moment, or since the revisions that are known: a claim that is not named is one that the caller has not read.")
    @APIResponseSchema(value = StoryChanges.class, responseDescription = "What changed.")
    @APIResponse(responseCode = "410", description = "The story was public and is not any more.")
    @APIResponse(responseCode = "451", description = "The story was removed by a legal order.")
    public Uni<RestResponse<StoryChanges>> changes(
            @RestPath String articleId,
            @Parameter(description = "A time.") @RestQuery String since,
            @Parameter(description = "Claims and their revisions, `clm_…:4`, with commas between; at most 200.")
                    @RestQuery
                    String known,
            @RestHeader("If-None-Match") String ifNoneMatch) {
        ReadBefore read = ReadBefore.of(since, known);
        return claims.of(articleId, Caller.of(identity))
                .chain(story -> changes(story, read))
                .map(changes -> changes.unless(ifNoneMatch));
    }

    private Uni<Representation<StoryChanges>> changes(OfStory story, ReadBefore read) {
        Set<String> ids = ids(story);
        return past.of(ids, Caller.of(identity))
                .chain(revisions -> past.goneFrom(story.text().id(), ids, read::covers)
                        .map(withdrawn -> StoryChanges.of(story, revisions, withdrawn, read, this::diff)))
                .map(changes -> representation(story, changes, read + " " + changes.withdrawn()));
    }

    private ClaimDiff diff(Claim before, Claim now) {
        return ClaimDiff.between(before, now, json::valueToTree);
    }

    private static Set<String> ids(OfStory story) {
        return story.claims().stream().map(Claim::id).collect(Collectors.toSet());
    }

    /** @param kind what else the tag is made of */
    private static <T> Representation<T> representation(OfStory story, T view, String kind) {
        List<String> made = Stream.concat(
                        Stream.of(kind, String.valueOf(story.text().revision())),
                        story.claims().stream().map(claim -> claim.id() + ":" + claim.revision() + claim.places()))
                .toList();
        Instant lastModified = Stream.concat(
                        Stream.of(story.text().updatedAt()),
                        story.claims().stream().map(Claim::updatedAt))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Representation<>(view, Preconditions.tag(made), lastModified);
    }
}

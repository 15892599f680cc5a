package org.counterclaim.story;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What became of a story, by its id or its slug. */
@Path("/v1/stories")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "stories")
@APIResponse(responseCode = "308", description = "The story has another slug now, see Location.")
@APIResponse(responseCode = "410", description = "It was public and is not any more.")
@APIResponse(responseCode = "451", description = "It was removed by a legal order.")
@APIResponse(responseCode = "504", description = "A service that is needed did not answer in time.")
class StoryPastResource {

    private final NamedStories names;
    private final StoryPast past;
    private final Clock clock;

    StoryPastResource(NamedStories names, StoryPast past, Clock clock) {
        this.names = names;
        this.past = past;
        this.clock = clock;
    }

    @GET
    @Path("/{id}/timeline")
    @Operation(
            operationId = "getTimeline",
            summary = "What happened to a story",
            description =
                    "The last 200 revisions of the article, with what readers were told of them, and each move of a claim's dispute "
                            + "status with the positions that caused it; the latest first. Without the claims `completeness` says why.")
    @APIResponse(
            responseCode = "200",
            description = "The timeline.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "StoryTimeline")))
    public Uni<RestResponse<byte[]>> timeline(
            @RestPath String id,
            @Parameter(description = Preference.WORDS, schema = @Schema(implementation = String.class))
                    @RestHeader(Preference.HEADER)
                    List<String> prefer,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @Context RoutingContext reader) {
        return names.find(
                id,
                "/timeline",
                reader,
                story -> past.timeline(story, reader)
                        .map(timeline -> timeline.answer(Preference.of(prefer), ifNoneMatch)));
    }

    @GET
    @Path("/{id}/diff")
    @Operation(
            operationId = "compareStory",
            summary = "What changed in a story since it was read",
            description =
                    "The words of the article that were added and removed; claims that were added and withdrawn; for each that is "
                            + "another one now the positions that came, and how its status moved. Without the claims `completeness` says why.")
    @APIResponse(
            responseCode = "200",
            description = "What changed.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "StoryChanges")))
    public Uni<RestResponse<byte[]>> changes(
            @RestPath String id,
            @Parameter(description = ReadSince.WORDS) @RestQuery String since,
            @Parameter(description = Preference.WORDS, schema = @Schema(implementation = String.class))
                    @RestHeader(Preference.HEADER)
                    List<String> prefer,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @Context RoutingContext reader) {
        ReadSince read = ReadSince.of(since, clock.instant());
        String rest = "/diff?" + reader.request().query();
        return names.find(
                id,
                rest,
                reader,
                story -> past.changes(story, read, reader)
                        .map(changes -> changes.answer(Preference.of(prefer), ifNoneMatch)));
    }
}

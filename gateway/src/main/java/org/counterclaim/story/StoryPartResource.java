package org.counterclaim.story;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Parts of a story, for screens that show nothing else. */
@Path("/v1/stories")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "stories")
@APIResponse(responseCode = "308", description = "The story has another slug now, see Location.")
@APIResponse(responseCode = "410", description = "It was public and is not any more.")
@APIResponse(responseCode = "451", description = "It was removed by a legal order.")
@APIResponse(responseCode = "504", description = "A service that is needed did not answer in time.")
class StoryPartResource {

    private final NamedStories names;
    private final StoryParts parts;

    StoryPartResource(NamedStories names, StoryParts parts) {
        this.names = names;
        this.parts = parts;
    }

    @GET
    @Path("/{id}/digest")
    @Operation(
            operationId = "getDigest",
            summary = "What is agreed and what is disputed in a story",
            description =
                    "Its claims by what their positions come to, each list in the order of the text. By id or slug.")
    @APIResponse(
            responseCode = "200",
            description = "The digest.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "StoryDigest")))
    public Uni<RestResponse<byte[]>> digest(
            @RestPath String id,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @Context RoutingContext reader) {
        return names.find(
                id,
                "/digest",
                reader,
                story -> Uni.createFrom().item(() -> parts.digest(story).answer(Preference.LENIENT, ifNoneMatch)));
    }

    @GET
    @Path("/{id}/positions")
    @Operation(
            operationId = "getPositions",
            summary = "Who stands where in a story",
            description =
                    "For each claim that appears in it, in the order of the text, a row for each party and a cell for each aspect that it has spoken of. By id or slug.")
    @APIResponse(
            responseCode = "200",
            description = "The map.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(ref = "ClaimServiceStoryPositions")))
    public Uni<RestResponse<byte[]>> positions(
            @RestPath String id,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @Context RoutingContext reader) {
        return names.find(
                id,
                "/positions",
                reader,
                story -> parts.positions(story, reader)
                        .map(positions -> positions.answer(Preference.LENIENT, ifNoneMatch)));
    }
}

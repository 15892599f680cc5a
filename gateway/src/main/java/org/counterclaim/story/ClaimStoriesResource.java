package org.counterclaim.story;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.regex.Pattern;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.story.ClaimStories.Found;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The same claim across stories. Whatever else is under a claim's address is its service's. */
@Path("/v1/claims/{id}/stories")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "stories")
class ClaimStoriesResource {

    private static final Pattern ID = Pattern.compile("clm_[0-7][0-9A-HJKMNP-TV-Z]{25}");

    private final ClaimStories stories;

    ClaimStoriesResource(ClaimStories stories) {
        this.stories = stories;
    }

    @GET
    @Operation(
            operationId = "listStoriesOfClaim",
            summary = "List the stories that a claim appears in",
            description = "The latest changed first, as cards with counts; of the last 200 that it was found in.")
    @APIResponse(
            responseCode = "200",
            description = "A page of cards.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "StoryPage")))
    @APIResponse(responseCode = "308", description = "The claim was merged into another one, see Location.")
    @APIResponse(responseCode = "410", description = "The claim was public and is not any more.")
    @APIResponse(responseCode = "451", description = "The claim was removed by a legal order.")
    @APIResponse(responseCode = "504", description = "A service that is needed did not answer in time.")
    public Uni<RestResponse<byte[]>> list(
            @RestPath String id,
            @BeanParam Paging paging,
            @Parameter(description = Preference.WORDS, schema = @Schema(implementation = String.class))
                    @RestHeader(Preference.HEADER)
                    List<String> prefer,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @Context RoutingContext reader) {
        if (!ID.matcher(id).matches()) {
            throw Problem.NOT_FOUND.because("This is not the id of a claim.");
        }
        return stories.of(id, paging, reader)
                .map(found ->
                        found.page() == null ? moved(found) : found.page().answer(Preference.of(prefer), ifNoneMatch));
    }

    private static RestResponse<byte[]> moved(Found found) {
        return ResponseBuilder.<byte[]>create(Status.PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, found.movedTo() + "/stories")
                .build();
    }
}

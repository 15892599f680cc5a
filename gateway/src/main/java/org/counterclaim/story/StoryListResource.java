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
import java.util.List;
import org.counterclaim.story.StoryMeter.View;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

/** Lists of stories. */
@Path("/v1/stories")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "stories", description = "An article and what is disputed in it, in one answer.")
class StoryListResource {

    private final StoryPages pages;
    private final StoryMeter meter;

    StoryListResource(StoryPages pages, StoryMeter meter) {
        this.pages = pages;
        this.meter = meter;
    }

    @GET
    @Operation(
            operationId = "listStories",
            summary = "List stories",
            description = "Cards with counts of what is agreed and disputed, by keyset; each page names the next. "
                    + "If the counts are missing, `completeness` says why.")
    @APIResponse(
            responseCode = "200",
            description = "A page of cards.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "StoryPage")))
    @APIResponse(responseCode = "504", description = "A service that is needed did not answer in time.")
    public Uni<RestResponse<byte[]>> list(
            @BeanParam StoryQuery query,
            @Parameter(description = Preference.WORDS, schema = @Schema(implementation = String.class))
                    @RestHeader(Preference.HEADER)
                    List<String> prefer,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @Context RoutingContext reader) {
        return meter.watch(View.PAGE, pages.page(query, reader.request().query(), reader))
                .map(page -> page.answer(Preference.of(prefer), ifNoneMatch));
    }
}

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
import java.util.function.Function;
import java.util.regex.Pattern;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.story.StoryMeter.View;
import org.counterclaim.upstream.Answer;
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

/** Stories: an article and what is disputed in it, in one answer. What a reader may see is the services' decision. */
@Path("/v1/stories")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "stories", description = "An article and what is disputed in it, in one answer.")
class StoryResource {

    private static final Pattern ID = Pattern.compile("art_[0-7][0-9A-HJKMNP-TV-Z]{25}");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,200}");

    private final Stories stories;
    private final StoryPages pages;
    private final StoryMeter meter;

    StoryResource(Stories stories, StoryPages pages, StoryMeter meter) {
        this.stories = stories;
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

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getStory",
            summary = "Read a story",
            description = "By its id or its slug. If the claims cannot be had in time, the article comes without them "
                    + "and `completeness` says why; with `Prefer: handling=strict` that is an error instead.")
    @APIResponse(
            responseCode = "200",
            description = "The story.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Story")))
    @APIResponse(responseCode = "308", description = "The story has another slug now, see Location.")
    @APIResponse(responseCode = "410", description = "It was public and is not any more.")
    @APIResponse(responseCode = "451", description = "It was removed by a legal order.")
    @APIResponse(responseCode = "504", description = "A service that is needed did not answer in time.")
    public Uni<RestResponse<byte[]>> get(
            @RestPath String id,
            @Parameter(description = Preference.WORDS, schema = @Schema(implementation = String.class))
                    @RestHeader(Preference.HEADER)
                    List<String> prefer,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @Context RoutingContext reader) {
        Preference preference = Preference.of(prefer);
        if (ID.matcher(id).matches()) {
            return meter.watch(View.STORY, stories.byId(id, reader))
                    .map(story -> story.answer(preference, ifNoneMatch));
        }
        return bySlug(id, reader, story -> story.answer(preference, ifNoneMatch));
    }

    private Uni<RestResponse<byte[]>> bySlug(
            String slug, RoutingContext reader, Function<Composed, RestResponse<byte[]>> answer) {
        return meter.watch(View.STORY, stories.byKnownSlug(slug, reader))
                .chain(known -> known != null
                        ? Uni.createFrom().item(answer.apply(known))
                        : meter.watch(View.STORY, article(slug, reader))
                                .chain(article -> article.status() == Status.PERMANENT_REDIRECT.getStatusCode()
                                        ? Uni.createFrom().item(moved(article))
                                        : story(article, reader).map(answer)));
    }

    private Uni<Composed> story(Answer article, RoutingContext reader) {
        return meter.watch(View.STORY, Uni.createFrom().deferred(() -> stories.of(article, reader)));
    }

    /** What is no slug never leaves: it could be another path of the service. */
    private Uni<Answer> article(String slug, RoutingContext reader) {
        if (!SLUG.matcher(slug).matches()) {
            throw Problem.NOT_FOUND.because("This is neither the id nor the slug of a story.");
        }
        return stories.bySlug(slug, reader);
    }

    private static RestResponse<byte[]> moved(Answer article) {
        String location = article.header(HttpHeaders.LOCATION);
        String slug = location.substring(location.lastIndexOf('/') + 1);
        return ResponseBuilder.<byte[]>create(Status.PERMANENT_REDIRECT)
                .header(HttpHeaders.LOCATION, "/v1/stories/" + slug)
                .build();
    }
}

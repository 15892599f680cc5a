package org.counterclaim.story;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.counterclaim.kit.http.Negotiation;
import org.counterclaim.kit.http.QueryParameters;
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
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Stories: an article and what is disputed in it, in one answer. What a reader may see is the services' decision. */
@Path("/v1/stories")
@Tag(name = "stories", description = "An article and what is disputed in it, in one answer.")
class StoryResource {

    private final NamedStories names;
    private final ChosenParts chosen;
    private final StoryForms forms;

    StoryResource(NamedStories names, ChosenParts chosen, StoryForms forms) {
        this.names = names;
        this.chosen = chosen;
        this.forms = forms;
    }

    @GET
    @Path("/{id}")
    @Produces({MediaType.APPLICATION_JSON, StoryForms.JSON_LD, MediaType.TEXT_PLAIN})
    @Operation(
            operationId = "getStory",
            summary = "Read a story",
            description = "By its id or its slug. If the claims cannot be had in time, the article comes without them "
                    + "and `completeness` says why; with `Prefer: handling=strict` that is an error instead. As JSON-LD it is a "
                    + "NewsArticle of schema.org that mentions its Claims with their ClaimReviews, as text the article and "
                    + "what is disputed in it, in exact words.")
    @APIResponse(
            responseCode = "200",
            description = "The story.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Story")),
                @Content(mediaType = StoryForms.JSON_LD, schema = @Schema(ref = "LinkedStory")),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "308", description = "The story has another slug now, see Location.")
    @APIResponse(responseCode = "410", description = "It was public and is not any more.")
    @APIResponse(responseCode = "451", description = "It was removed by a legal order.")
    @APIResponse(responseCode = "504", description = "A service that is needed did not answer in time.")
    public Uni<RestResponse<String>> get(
            @RestPath String id,
            @Parameter(description = Include.WORDS) @RestQuery String include,
            @Parameter(description = Preference.WORDS, schema = @Schema(implementation = String.class))
                    @RestHeader(Preference.HEADER)
                    List<String> prefer,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @Context RoutingContext reader) {
        Preference preference = Preference.of(prefer);
        MediaType type = Negotiation.settled(reader);
        String query = reader.request().query();
        Form form = form(type, include == null ? null : Include.of(include), reader);
        return names.find(
                id,
                query == null ? "" : "?" + query,
                reader,
                story -> form.apply(story).map(told -> written(told.answer(preference, ifNoneMatch), type)));
    }

    /** What a story is told in. */
    private interface Form extends Function<Composed, Uni<Composed>> {}

    /** @param parts null for those that everybody gets */
    private Form form(MediaType type, Set<Include> parts, RoutingContext reader) {
        if (MediaType.APPLICATION_JSON_TYPE.equals(type)) {
            return story -> parts == null ? Uni.createFrom().item(story) : chosen.of(story, parts, reader);
        }
        if (parts != null) {
            throw QueryParameters.invalid(Include.PARAMETER, "Parts are chosen of JSON alone.");
        }
        return MediaType.TEXT_PLAIN_TYPE.equals(type)
                ? story -> Uni.createFrom().item(() -> forms.text(story))
                : story -> forms.linked(story, reader);
    }

    /** As a text: among several forms the framework would write bytes as JSON does, in base64. */
    private static RestResponse<String> written(RestResponse<byte[]> answer, MediaType type) {
        byte[] body = answer.getEntity();
        RestResponse<String> written = ResponseBuilder.create(
                        answer.getStatusInfo(), body == null ? null : new String(body, StandardCharsets.UTF_8))
                .build();
        written.getHeaders().putAll(answer.getHeaders());
        if (body != null) {
            written.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, type.withCharset("UTF-8"));
        }
        return written;
    }
}

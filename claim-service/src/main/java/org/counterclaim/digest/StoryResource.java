package org.counterclaim.digest;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.counterclaim.appearance.ArticleIds;
import org.counterclaim.claim.AskedIds;
import org.counterclaim.claim.Claim;
import org.counterclaim.claim.ClaimJsonLd;
import org.counterclaim.kit.http.Negotiation;
import org.counterclaim.kit.http.Representation;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.linked.SchemaClaims;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The claims of stories: whole for one, counted for many. */
@Path("/v1/claims")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "stories", description = "The claims of whole stories.")
class StoryResource {

    private static final int MOST = 200;

    private final ComposeStory compose;
    private final LinkedStory linked;
    private final ClaimsOfStories claims;
    private final SecurityIdentity identity;

    StoryResource(ComposeStory compose, LinkedStory linked, ClaimsOfStories claims, SecurityIdentity identity) {
        this.compose = compose;
        this.linked = linked;
        this.claims = claims;
        this.identity = identity;
    }

    @GET
    @Path("/by-article/{articleId}")
    @Produces({MediaType.APPLICATION_JSON, ClaimJsonLd.TYPE})
    @Operation(
            operationId = "getStoryClaims",
            summary = "The claims of a story",
            description =
                    "With who holds what, the digest, everyone who is named and what to highlight in the text. A story that is not public has none.")
    @APIResponse(
            responseCode = "200",
            description = "The story's part, in the form that Accept asks for.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = StoryClaims.class)),
                @Content(mediaType = ClaimJsonLd.TYPE, schema = @Schema(implementation = SchemaClaims.class))
            })
    @APIResponse(responseCode = "410", description = "The story was public and is not any more.")
    @APIResponse(responseCode = "451", description = "The story was removed by a legal order.")
    public Uni<RestResponse<Object>> get(
            @RestPath String articleId,
            @RestHeader("If-None-Match") String ifNoneMatch,
            @Context RoutingContext exchange) {
        MediaType type = Negotiation.settled(exchange);
        Caller caller = Caller.of(identity);
        return MediaType.APPLICATION_JSON_TYPE.equals(type)
                ? compose.of(articleId, caller).map(part -> form(part).unless(ifNoneMatch, type))
                : linked.of(articleId, caller).map(part -> form(part).unless(ifNoneMatch, type));
    }

    private static Representation<Object> form(Representation<?> part) {
        return new Representation<>(part.view(), part.tag(), part.lastModified());
    }

    @GET
    @Path("/by-article/{articleId}/digest")
    @Operation(
            operationId = "getStoryDigest",
            summary = "The digest of a story",
            description = "Its claims by what their positions come to, each list in the order of the text.")
    @APIResponseSchema(value = Digest.class, responseDescription = "The digest.")
    @APIResponse(responseCode = "410", description = "The story was public and is not any more.")
    @APIResponse(responseCode = "451", description = "The story was removed by a legal order.")
    public Uni<RestResponse<Digest>> digest(
            @RestPath String articleId, @RestHeader("If-None-Match") String ifNoneMatch) {
        return compose.of(articleId, Caller.of(identity))
                .map(story -> story.with(story.view().digest()).unless(ifNoneMatch));
    }

    @POST
    @Path("/by-article:digests")
    @Operation(
            operationId = "countStoryClaims",
            summary = "How many claims stories have",
            description = "For each story of the list that the caller may see. Writes nothing.")
    @APIResponseSchema(value = DigestList.class, responseDescription = "The counts.")
    @APIResponse(
            responseCode = "400",
            description = "The request cannot be read, or names more than 200 articles; `errors` says where.")
    public Uni<DigestList> digests(@NotNull @Valid DigestRequest request) {
        List<String> ids = AskedIds.once(request.ids(), MOST);
        return claims.of(ids, Caller.of(identity))
                .map(found -> new DigestList(ids.stream()
                        .filter(found::containsKey)
                        .map(id -> StoryDigest.of(id, found.get(id)))
                        .toList()));
    }

    /** @param ids ids of up to 200 articles */
    record DigestRequest(
            @NotNull @Size(min = 1) @Schema(required = true, maxItems = MOST)
            List<@NotNull @Pattern(regexp = ArticleIds.FORM) String> ids) {}

    /** The counts, in the order of the request. */
    record DigestList(@Schema(required = true) List<StoryDigest> items) {}

    /** How many claims of each kind one story has. */
    record StoryDigest(
            @Schema(required = true) String articleId,
            @Schema(required = true) Digest.Counts digest) {

        static StoryDigest of(String articleId, List<Claim> claims) {
            return new StoryDigest(articleId, Digest.of(claims).counts());
        }
    }
}

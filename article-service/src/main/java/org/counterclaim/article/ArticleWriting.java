package org.counterclaim.article;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.counterclaim.kit.editorial.Transition;
import org.counterclaim.kit.http.MergePatch;
import org.counterclaim.kit.idempotency.Once;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Writing articles: drafts by reporters, moves between the editorial states, changes of what is published by editors. */
@Path("/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "articles", description = "News stories: drafts, revisions, editorial states.")
@RolesAllowed(Caller.REPORTER)
class ArticleWriting {

    private final CreateArticle create;
    private final ReviseArticle revise;
    private final MoveArticle move;
    private final SecurityIdentity identity;

    ArticleWriting(CreateArticle create, ReviseArticle revise, MoveArticle move, SecurityIdentity identity) {
        this.create = create;
        this.revise = revise;
        this.move = move;
        this.identity = identity;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, MediaType.TEXT_HTML, ArticleForm.NINJS})
    @Operation(
            operationId = "createArticle",
            summary = "Create a draft",
            description =
                    "As JSON, as plain text, as HTML or as an item of IPTC's News in JSON (ninjs 3.x). Nothing that a text names is fetched; the header `Not-Kept` points to those members of an item that an article has no place for. Errors in text and HTML point into the article that they would have become.")
    @APIResponseSchema(value = ArticleView.class, responseCode = "201", responseDescription = "Created, see Location.")
    @APIResponse(responseCode = "409", description = "The slug is taken.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ArticleContent.class),
                        examples = @ExampleObject(name = "story", ref = "Story")),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "story", ref = "StoryAsText")),
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "story", ref = "StoryAsHtml")),
                @Content(
                        mediaType = ArticleForm.NINJS,
                        schema = @Schema(ref = "NinjsItem"),
                        examples = @ExampleObject(name = "story", ref = "StoryAsNinjs"))
            })
    public Uni<RestResponse<ArticleView>> create(@BeanParam Once once, @NotNull @Valid ArticleContent content) {
        return create.from(content, caller(), once).map(ArticleWriting::created);
    }

    @PUT
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN, MediaType.TEXT_HTML, ArticleForm.NINJS})
    @Operation(
            operationId = "reviseArticle",
            summary = "Write the next revision, or a first draft under an id of your own",
            description =
                    "Replaces the content; with `If-None-Match: *` instead of `If-Match` a draft is made under this id. A section sent without an id keeps the one it had if its text is unchanged, moved or lightly edited; of a split section the largest piece keeps it, of merged ones the largest share. What is in review or approved goes back to draft. Something published is changed by an editor, with `changeType` and `reason`, and the change is live at once.")
    @APIResponseSchema(value = ArticleView.class, responseDescription = "The next revision.")
    @APIResponse(
            responseCode = "201",
            description = "A first draft.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ArticleView.class)))
    @APIResponse(
            responseCode = "409",
            description = "The slug is taken, or the article stands where it is not written.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ArticleContent.class),
                        examples = @ExampleObject(name = "story", ref = "Story")),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = ArticleForm.NINJS, schema = @Schema(ref = "NinjsItem"))
            })
    public Uni<RestResponse<ArticleView>> revise(
            @BeanParam Edit edit,
            @RestHeader("If-None-Match") String ifNoneMatch,
            @NotNull @Valid ArticleContent content) {
        if (edit.ifMatch == null && "*".equals(ifNoneMatch)) {
            return create.at(edit.id, content, caller()).map(ArticleWriting::created);
        }
        return revise.with(edit, current -> content, caller())
                .map(article -> ArticleView.representation(article).ok());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.TYPE)
    @Operation(
            operationId = "patchArticle",
            summary = "Change some members of the content",
            description =
                    "JSON Merge Patch (RFC 7396): null takes a member away, a list is replaced as a whole. The same rules as for PUT.")
    @APIResponseSchema(value = ArticleView.class, responseDescription = "The next revision.")
    @APIResponse(
            responseCode = "409",
            description = "The slug is taken, or the article stands where it is not written.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MergePatch.TYPE,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "standfirst", ref = "StoryPatch")))
    public Uni<RestResponse<ArticleView>> patch(@BeanParam Edit edit, @NotNull JsonNode patch) {
        return revise.patched(edit, patch, caller())
                .map(article -> ArticleView.representation(article).ok());
    }

    @POST
    @Path("/{id}/transitions")
    @Operation(
            operationId = "moveArticle",
            summary = "Move to another editorial status",
            description =
                    "draft, in_review, approved, published, withheld, retracted, removed; a move that is not open is answered with those that are.")
    @APIResponseSchema(value = ArticleView.class, responseDescription = "The next revision.")
    @APIResponse(responseCode = "409", description = "The move is not open; `allowed` names those that are.")
    public Uni<RestResponse<ArticleView>> move(
            @RestPath String id, @RestHeader("If-Match") String ifMatch, @NotNull @Valid Transition transition) {
        return move.by(id, ifMatch, transition, caller())
                .map(article -> ArticleView.representation(article).ok());
    }

    private static RestResponse<ArticleView> created(Article article) {
        return ArticleView.representation(article).created(URI.create("/v1/articles/" + article.id()));
    }

    private Caller caller() {
        return Caller.of(identity);
    }
}

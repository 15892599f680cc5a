package org.counterclaim.article;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.editorial.Transition;
import org.counterclaim.kit.idempotency.Once;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
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
    @Operation(operationId = "createArticle", summary = "Create a draft", description = "As JSON or as plain text.")
    @APIResponseSchema(value = ArticleView.class, responseCode = "201", responseDescription = "Created, see Location.")
    @APIResponse(responseCode = "409", description = "The slug is taken.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ArticleContent.class)),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(type = SchemaType.STRING),
                        example = "A headline\n\nA paragraph.\n\nAnother one.\n\nSources:\n- A work")
            })
    public Uni<RestResponse<ArticleView>> create(@BeanParam Once once, @NotNull @Valid ArticleContent content) {
        return create.from(content, caller(), once).map(ArticleWriting::created);
    }

    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public Uni<RestResponse<ArticleView>> createFromText(
            @BeanParam Once once, @NotNull byte[] text, @RestHeader(HttpHeaders.CONTENT_LANGUAGE) String language) {
        return Uni.createFrom()
                .item(PlainText.parse(text, language))
                .chain(content -> create.from(content, caller(), once))
                .map(ArticleWriting::created);
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "reviseArticle",
            summary = "Write the next revision",
            description =
                    "Replaces the content. A section sent without an id keeps the one it had if its text is unchanged or slightly changed. What is in review or approved goes back to draft. Something published is changed by an editor, with `changeType` and `reason`, and the change is live at once.")
    @APIResponseSchema(value = ArticleView.class, responseDescription = "The next revision.")
    @APIResponse(
            responseCode = "409",
            description = "The slug is taken, or the article stands where it is not written.")
    public Uni<RestResponse<ArticleView>> revise(
            @RestPath String id,
            @RestHeader("If-Match") String ifMatch,
            @RestQuery String changeType,
            @RestQuery String reason,
            @NotNull @Valid ArticleContent content) {
        Change change = Change.ofContent(caller(), changeType, reason);
        return revise.with(id, ifMatch, content, change, caller())
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

package org.counterclaim.article;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.idempotency.Once;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What editors alone do with an article as a whole: tell readers of a change, end a draft. */
@Path("/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Caller.EDITOR)
class ArticleEditing {

    private final CorrectArticle correct;
    private final DeleteArticle delete;
    private final SecurityIdentity identity;

    ArticleEditing(CorrectArticle correct, DeleteArticle delete, SecurityIdentity identity) {
        this.correct = correct;
        this.delete = delete;
        this.identity = identity;
    }

    @DELETE
    @Path("/{id}")
    @Tag(name = "articles", description = "News stories: drafts, revisions, editorial states.")
    @Operation(
            operationId = "deleteArticle",
            summary = "Delete a draft",
            description = "Its slug is free again, its id never.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "409", description = "It is no draft; `allowed` names what can be done instead.")
    public Uni<RestResponse<Void>> delete(@RestPath String id, @RestHeader("If-Match") String ifMatch) {
        return delete.by(id, ifMatch, Caller.of(identity)).replaceWith(RestResponse::noContent);
    }

    @POST
    @Path("/{id}/corrections")
    @Tag(name = "history", description = "What articles were, and what was corrected.")
    @Operation(
            operationId = "correctArticle",
            summary = "Tell readers of a change",
            description =
                    "The text itself is changed before, by PUT or PATCH. The correction stands with the article from then on, which makes a revision.")
    @APIResponseSchema(
            value = Correction.class,
            responseCode = "201",
            responseDescription = "Created; the ETag is the article's next one.")
    @APIResponse(responseCode = "409", description = "The article is not published.")
    public Uni<RestResponse<Correction>> correct(
            @RestPath String id,
            @RestHeader("If-Match") String ifMatch,
            @BeanParam Once once,
            @NotNull @Valid CorrectionContent content) {
        return correct.by(id, ifMatch, content, Caller.of(identity), once)
                .map(article -> ResponseBuilder.create(RestResponse.Status.CREATED, article.lastCorrection())
                        .header(HttpHeaders.ETAG, Preconditions.tag(article.revision()))
                        .build());
    }
}

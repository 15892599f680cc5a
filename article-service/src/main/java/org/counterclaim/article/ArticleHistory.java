package org.counterclaim.article;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.http.Representation;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What an article was. Readers see the revisions that were published, the newsroom all of them. */
@Path("/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "history", description = "What articles were, and what was corrected.")
class ArticleHistory {

    private final ShownArticles shown;
    private final Articles articles;
    private final ArticleForms forms;

    ArticleHistory(ShownArticles shown, Articles articles, ArticleForms forms) {
        this.shown = shown;
        this.articles = articles;
        this.forms = forms;
    }

    @GET
    @Path("/{id}/revisions")
    @Operation(
            operationId = "listArticleRevisions",
            summary = "List the revisions of an article",
            description = "The latest first. The newsroom also sees who made each of them, and why.")
    @APIResponse(responseCode = "200", ref = "ArticleRevisions")
    @APIResponse(responseCode = "410", description = "It was public and is not any more.")
    @APIResponse(responseCode = "451", description = "It was removed by a legal order.")
    public Uni<RestResponse<Page<ArticleRevision>>> revisions(
            @RestPath String id, @BeanParam Paging paging, UriInfo request) {
        boolean newsroom = shown.seesDrafts();
        return shown.get(id)
                .chain(article -> articles.history(id, !newsroom, paging))
                .map(page -> page.map(recorded -> ArticleRevision.of(recorded, newsroom))
                        .answer(request));
    }

    @GET
    @Path("/{id}/revisions/{n}")
    @Produces({MediaType.APPLICATION_JSON, ArticleForm.JSON_LD, ArticleForm.NINJS, MediaType.TEXT_PLAIN})
    @Operation(
            operationId = "getArticleRevision",
            summary = "Read an article as it stood at a revision",
            description = "The same as `?revision=` of the article.")
    @APIResponse(responseCode = "200", ref = "ArticleInAnyForm")
    @APIResponse(responseCode = "410", description = "It was public and is not any more.")
    @APIResponse(responseCode = "451", description = "It was removed by a legal order.")
    public Uni<RestResponse<Object>> revision(
            @RestPath String id, @RestPath String n, @RestHeader("If-None-Match") String ifNoneMatch) {
        return shown.getRevision(id, QueryParameters.revision("revision", n))
                .map(article -> forms.answer(article, ifNoneMatch));
    }

    @GET
    @Path("/{id}/corrections")
    @Operation(
            operationId = "listArticleCorrections",
            summary = "What readers were told of changes",
            description = "The first first. They stand in the article as well.")
    @APIResponseSchema(value = CorrectionList.class, responseDescription = "The corrections.")
    @APIResponse(responseCode = "410", description = "It was public and is not any more.")
    @APIResponse(responseCode = "451", description = "It was removed by a legal order.")
    public Uni<RestResponse<CorrectionList>> corrections(
            @RestPath String id, @RestHeader("If-None-Match") String ifNoneMatch) {
        return shown.get(id)
                .map(article -> Representation.of(
                                new CorrectionList(article.corrections()),
                                article.revision(),
                                List.of("corrections"),
                                article.updatedAt())
                        .unless(ifNoneMatch));
    }

    /** What readers were told of changes to one article. */
    @Schema(name = "CorrectionList")
    record CorrectionList(@Schema(required = true) List<Correction> items) {}
}

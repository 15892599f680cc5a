package org.counterclaim.article;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.counterclaim.kit.editorial.Flag;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.search.FoundPage;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Reading articles. Anonymous readers see what is public at that moment. */
@Path("/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "articles", description = "News stories: drafts, revisions, editorial states.")
class ArticleResource {

    private final Articles articles;
    private final ShownArticles shown;
    private final ArticleForms forms;
    private final Clock clock;

    ArticleResource(Articles articles, ShownArticles shown, ArticleForms forms, Clock clock) {
        this.articles = articles;
        this.shown = shown;
        this.forms = forms;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listArticles",
            summary = "List articles",
            description = "By keyset; each page names the next. With `q` they are searched, with `facets` counted.")
    public Uni<RestResponse<FoundPage<ArticleCard>>> list(
            @BeanParam ArticleQuery query,
            @BeanParam Paging paging,
            @RestHeader("If-None-Match") String ifNoneMatch,
            UriInfo request) {
        boolean newsroom = shown.seesDrafts();
        return query.understood(() -> newsroom ? query.forTheNewsroom() : query.forEveryone(clock.instant()))
                .chain(list -> Uni.combine()
                        .all()
                        .unis(articles.page(list, paging), articles.facets(list, query.facets()))
                        .with((page, facets) -> FoundPage.answer(
                                page.map(ArticleCard::of), facets, request, ArticleCard::version, ifNoneMatch)));
    }

    @GET
    @Path("/{id}")
    @Produces({MediaType.APPLICATION_JSON, ArticleForm.JSON_LD, ArticleForm.NINJS, MediaType.TEXT_PLAIN})
    @Operation(
            operationId = "getArticle",
            summary = "Read an article",
            description =
                    "As it stands, or as it stood at a revision or at a moment (`asOf`, RFC 3339). Readers get those revisions that were published.")
    @APIResponse(responseCode = "200", ref = "ArticleInAnyForm")
    @APIResponse(responseCode = "410", description = "It was public and is not any more.")
    @APIResponse(responseCode = "451", description = "It was removed by a legal order.")
    public Uni<RestResponse<Object>> get(
            @RestPath String id,
            @RestQuery String revision,
            @RestQuery String asOf,
            @RestHeader("If-None-Match") String ifNoneMatch) {
        return at(id, QueryParameters.revision("revision", revision), QueryParameters.moment("asOf", asOf))
                .map(article -> forms.answer(article, ifNoneMatch));
    }

    @GET
    @Path("/by-slug/{slug}")
    @Produces({MediaType.APPLICATION_JSON, ArticleForm.JSON_LD, ArticleForm.NINJS, MediaType.TEXT_PLAIN})
    @Operation(
            operationId = "getArticleBySlug",
            summary = "Read an article by its slug",
            description = "A slug that the article had before leads to the current one.")
    @APIResponse(responseCode = "200", ref = "ArticleInAnyForm")
    @APIResponse(responseCode = "308", description = "The article has another slug now, see Location.")
    @APIResponse(responseCode = "410", description = "It was public and is not any more.")
    public Uni<RestResponse<Object>> getBySlug(@RestPath String slug, @RestHeader("If-None-Match") String ifNoneMatch) {
        return shown.getBySlug(slug)
                .map(article -> article.slug().equals(slug)
                        ? forms.answer(article, ifNoneMatch)
                        : ResponseBuilder.create(Status.PERMANENT_REDIRECT)
                                .header(HttpHeaders.LOCATION, "/v1/articles/by-slug/" + article.slug())
                                .build());
    }

    @GET
    @Path("/{id}/flags")
    @RolesAllowed(Caller.REPORTER)
    @Operation(
            operationId = "listArticleFlags",
            summary = "What is flagged on an article",
            description =
                    "A flag of severity error stands in the way of publishing until it is mended or acknowledged.")
    public Uni<ArticleFlagList> flags(@RestPath String id) {
        return shown.get(id).map(article -> new ArticleFlagList(ArticleFlags.of(article)));
    }

    /** What is flagged on one article. */
    record ArticleFlagList(@Schema(required = true) List<Flag> items) {}

    private Uni<Article> at(String id, Integer revision, Instant moment) {
        if (revision != null && moment != null) {
            throw QueryParameters.invalid("asOf", "Ask for a revision or for a moment.");
        }
        if (revision != null) {
            return shown.getRevision(id, revision);
        }
        return moment == null ? shown.get(id) : shown.getAsOf(id, moment);
    }
}

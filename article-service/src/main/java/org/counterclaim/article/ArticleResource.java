package org.counterclaim.article;

import io.quarkus.security.identity.SecurityIdentity;
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
import java.util.List;
import org.counterclaim.kit.editorial.Flag;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.search.FoundPage;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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
    private final SecurityIdentity identity;
    private final Clock clock;

    ArticleResource(Articles articles, SecurityIdentity identity, Clock clock) {
        this.articles = articles;
        this.identity = identity;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "listArticles",
            summary = "List articles",
            description = "By keyset; each page names the next. With `q` they are searched, with `facets` counted.")
    public Uni<RestResponse<FoundPage<ArticleCard>>> list(
            @BeanParam ArticleQuery query, @BeanParam Paging paging, UriInfo request) {
        boolean newsroom = caller().seesDrafts();
        return query.understood(() -> newsroom ? query.forTheNewsroom() : query.forEveryone(clock.instant()))
                .chain(list -> Uni.combine()
                        .all()
                        .unis(articles.page(list, paging), articles.facets(list, query.facets()))
                        .with((page, facets) -> FoundPage.answer(page.map(ArticleCard::of), facets, request)));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getArticle",
            summary = "Read an article",
            description =
                    "As it stands, or as it stood at a revision. Readers get those revisions that were published.")
    @APIResponseSchema(value = ArticleView.class, responseDescription = "The article.")
    @APIResponse(responseCode = "410", description = "It was public and is not any more.")
    @APIResponse(responseCode = "451", description = "It was removed by a legal order.")
    public Uni<RestResponse<ArticleView>> get(
            @RestPath String id, @RestQuery String revision, @RestHeader("If-None-Match") String ifNoneMatch) {
        return articles.get(id)
                .invoke(this::requireReadable)
                .chain(article -> at(article, revision))
                .map(article -> ArticleView.representation(article).unless(ifNoneMatch));
    }

    @GET
    @Path("/by-slug/{slug}")
    @Operation(
            operationId = "getArticleBySlug",
            summary = "Read an article by its slug",
            description = "A slug that the article had before leads to the current one.")
    @APIResponseSchema(value = ArticleView.class, responseDescription = "The article.")
    @APIResponse(responseCode = "308", description = "The article has another slug now, see Location.")
    @APIResponse(responseCode = "410", description = "It was public and is not any more.")
    public Uni<RestResponse<ArticleView>> getBySlug(
            @RestPath String slug, @RestHeader("If-None-Match") String ifNoneMatch) {
        return articles.getBySlug(slug)
                .invoke(this::requireReadable)
                .map(article -> article.slug().equals(slug)
                        ? ArticleView.representation(article).unless(ifNoneMatch)
                        : ResponseBuilder.<ArticleView>create(Status.PERMANENT_REDIRECT)
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
        return articles.get(id)
                .invoke(this::requireReadable)
                .map(article -> new ArticleFlagList(ArticleFlags.of(article)));
    }

    /** What is flagged on one article. */
    record ArticleFlagList(@Schema(required = true) List<Flag> items) {}

    private Uni<Article> at(Article article, String revision) {
        return revision == null
                ? Uni.createFrom().item(article)
                : articles.getRevision(article.id(), QueryParameters.revision(revision))
                        .invoke(this::requireReadable);
    }

    private void requireReadable(Article article) {
        ArticleContent content = article.content();
        article.editorial().requireReadable(content.embargoedUntil(), content.expires(), caller(), clock.instant());
    }

    private Caller caller() {
        return Caller.of(identity);
    }
}

package org.counterclaim.article;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Stream;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** How articles stand to each other, whichever of the two says so. */
@Path("/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "articles", description = "News stories: drafts, revisions, editorial states.")
class ArticleRelations {

    private final ShownArticles shown;
    private final Articles articles;

    ArticleRelations(ShownArticles shown, Articles articles) {
        this.shown = shown;
        this.articles = articles;
    }

    @GET
    @Path("/{id}/related")
    @Operation(
            operationId = "listRelatedArticles",
            summary = "List the articles that one is related to",
            description =
                    "Those that it names and those that name it, the latest changed first. A page may have fewer items than there are: what the caller may not see is left out.")
    @APIResponse(responseCode = "200", ref = "RelatedArticles")
    @APIResponse(responseCode = "410", description = "It was public and is not any more.")
    @APIResponse(responseCode = "451", description = "It was removed by a legal order.")
    public Uni<RestResponse<Page<RelatedArticleCard>>> related(
            @RestPath String id, @BeanParam Paging paging, UriInfo request) {
        return shown.get(id)
                .chain(article -> articles.related(article, paging)
                        .map(page -> page.withItems(page.items().stream()
                                        .filter(shown::isShown)
                                        .toList())
                                .map(other -> RelatedArticleCard.of(article, other))
                                .answer(request)));
    }

    /** Another article, and how the two stand to each other. */
    @Schema(name = "RelatedArticleCard")
    record RelatedArticleCard(
            @Schema(required = true) ArticleCard article,
            @Schema(required = true) List<NamedRelation> relations) {

        static RelatedArticleCard of(Article article, Article other) {
            return new RelatedArticleCard(
                    ArticleCard.of(other),
                    Stream.concat(relations(article, other), relations(other, article))
                            .toList());
        }

        private static Stream<NamedRelation> relations(Article from, Article to) {
            return from.content().relatedArticles().stream()
                    .filter(related -> related.id().equals(to.id()))
                    .map(related -> new NamedRelation(from.id(), related.relation(), to.id()));
        }
    }

    /** A sentence: what one article is to another. */
    @Schema(name = "ArticleRelation")
    record NamedRelation(
            @Schema(required = true) String from,
            @Schema(required = true) ArticleContent.RelatedArticle.Relation relation,
            @Schema(required = true) String to) {}
}

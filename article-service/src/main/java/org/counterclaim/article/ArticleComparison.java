package org.counterclaim.article;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.counterclaim.kit.http.Negotiation;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.http.Representation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What changed between two revisions that the caller may see. */
@Path("/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "history", description = "What articles were, and what was corrected.")
class ArticleComparison {

    /** Media type of JSON Patch (RFC 6902). */
    private static final String JSON_PATCH = "application/json-patch+json";

    private static final MediaType PATCH = MediaType.valueOf(JSON_PATCH);

    private final ShownArticles shown;
    private final CompareRevisions compare;
    private final RoutingContext exchange;

    ArticleComparison(ShownArticles shown, CompareRevisions compare, RoutingContext exchange) {
        this.shown = shown;
        this.compare = compare;
        this.exchange = exchange;
    }

    @GET
    @Path("/{id}/diff")
    @Produces({MediaType.APPLICATION_JSON, JSON_PATCH})
    @Operation(
            operationId = "compareArticleRevisions",
            summary = "What changed between two revisions",
            description =
                    "In words, with offsets in Unicode code points of each section, or as the JSON Patch (RFC 6902) that makes the JSON of `from` that of `to`. Without `to` it goes up to the current one. Both must be revisions that the caller may see.")
    @APIResponse(responseCode = "200", ref = "ArticleDifference")
    @APIResponse(responseCode = "410", description = "It was public and is not any more.")
    @APIResponse(responseCode = "451", description = "It was removed by a legal order.")
    public Uni<RestResponse<Object>> compare(
            @RestPath String id,
            @RestQuery String from,
            @RestQuery String to,
            @RestHeader("If-None-Match") String ifNoneMatch) {
        Integer first = QueryParameters.revision("from", from);
        Integer last = QueryParameters.revision("to", to);
        if (first == null) {
            throw QueryParameters.invalid("from", "Say from which revision.");
        }
        Uni<Article> before = shown.getRevision(id, first);
        Uni<Article> after = last == null ? shown.get(id) : shown.getRevision(id, last);
        MediaType type = Negotiation.settled(exchange);
        // comparing long texts takes its time
        return before.chain(one -> after.emitOn(Infrastructure.getDefaultWorkerPool())
                .map(other -> difference(one, other, type).unless(ifNoneMatch, type)));
    }

    private Representation<Object> difference(Article from, Article to, MediaType type) {
        Object view = type.equals(PATCH) ? compare.patch(from, to) : compare.inWords(from, to);
        return Representation.of(
                view, to.revision(), List.of("diff", String.valueOf(from.revision()), type.toString()), to.updatedAt());
    }
}

package org.counterclaim.article;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Taking everything along. */
@Path("/v1/articles/exports")
@Tag(name = "bulk", description = "Many articles at once.")
class ArticleExports {

    private static final Logger LOG = Logger.getLogger(ArticleExports.class);

    private final Articles articles;

    ArticleExports(Articles articles) {
        this.articles = articles;
    }

    @GET
    @RolesAllowed(Caller.EDITOR)
    @Produces(ArticleImports.NDJSON)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            operationId = "exportArticles",
            summary = "All articles",
            description =
                    "Those of every editorial status that were not removed, one in each line, in the order of their ids, at the pace of the reader. A stream that breaks off is not whole; its reader begins again.")
    @APIResponse(
            responseCode = "200",
            description = "The articles as they stand.",
            content = @Content(mediaType = ArticleImports.NDJSON, schema = @Schema(implementation = ArticleView.class)))
    public Multi<ArticleView> all() {
        return articles.stream()
                .map(ArticleView::of)
                .onFailure()
                .invoke(failure -> LOG.warn("An export breaks off", failure));
    }
}

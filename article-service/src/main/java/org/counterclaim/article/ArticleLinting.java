package org.counterclaim.article;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.counterclaim.article.ArticleResource.ArticleFlagList;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reading a text for what a newsroom should look at, before it is kept anywhere. */
@Path("/v1/articles:lint")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "articles")
class ArticleLinting {

    /** What flags on the whole of a text name that has no id. */
    private static final String NAMELESS = "article";

    @POST
    @RolesAllowed(Caller.REPORTER)
    @Operation(
            operationId = "lintArticle",
            summary = "What would be flagged on a text",
            description =
                    "Nothing is kept. Sections and sources without an id are numbered as they would be in a new article, and flags name them so.")
    @APIResponseSchema(value = ArticleFlagList.class, responseDescription = "What is flagged.")
    public ArticleFlagList lint(@NotNull @Valid ArticleContent content) {
        ArticleContent identified = content.with(
                content.slug(),
                Numbered.first(content.sections(), "sections").parts(),
                Numbered.first(content.sources(), "sources").parts());
        return new ArticleFlagList(ArticleFlags.of(NAMELESS, identified));
    }
}

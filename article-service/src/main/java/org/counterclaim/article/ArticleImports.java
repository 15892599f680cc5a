package org.counterclaim.article;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.counterclaim.kit.idempotency.Once;
import org.counterclaim.kit.job.Job;
import org.counterclaim.kit.job.Jobs;
import org.counterclaim.kit.job.RowError;
import org.counterclaim.kit.job.RowForm;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Bringing many articles at once, and asking what came of them. */
@Path("/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bulk", description = "Many articles at once.")
class ArticleImports {

    /** Media type of JSON texts with a line feed behind each. */
    static final String NDJSON = "application/x-ndjson";

    private final Jobs jobs;
    private final SecurityIdentity identity;

    ArticleImports(Jobs jobs, SecurityIdentity identity) {
        this.jobs = jobs;
        this.identity = identity;
    }

    @POST
    @Path("/imports")
    @Blocking
    @RolesAllowed(Caller.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importArticles",
            summary = "Bring many articles",
            description =
                    "Up to 64 MiB and 100,000 rows of 1 MiB: the items of a JSON array, or lines. They are kept as they come and worked off as a job, under the address of the answer. A row that is wrong spoils no other. What is made is a draft; what is published already is changed at once, as by its editor.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = ArticleContent.class)),
                @Content(mediaType = ArticleForm.NINJS, schema = @Schema(ref = "NinjsItems")),
                @Content(
                        mediaType = NDJSON,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        example = "{\"uri\": \"urn:example:1\", \"headline\": \"A headline\"}\n"))
            })
    @APIResponseSchema(
            value = ImportJobView.class,
            responseCode = "202",
            responseDescription = "The rows are kept, see Location.")
    public Uni<RestResponse<ImportJobView>> importArray(
            @BeanParam Once once, @BeanParam ImportOptions options, InputStream body) {
        return start(once, options.asked(ImportForm.Name.ARTICLE), body, RowForm.JSON_ARRAY);
    }

    @POST
    @Path("/imports")
    @Blocking
    @RolesAllowed(Caller.EDITOR)
    @Consumes(ArticleForm.NINJS)
    @Operation(hidden = true)
    public Uni<RestResponse<ImportJobView>> importItems(
            @BeanParam Once once, @BeanParam ImportOptions options, InputStream body) {
        return start(once, options.asked(ImportForm.Name.NINJS), body, RowForm.JSON_ARRAY);
    }

    @POST
    @Path("/imports")
    @Blocking
    @RolesAllowed(Caller.EDITOR)
    @Consumes(NDJSON)
    @Operation(hidden = true)
    public Uni<RestResponse<ImportJobView>> importLines(
            @BeanParam Once once, @BeanParam ImportOptions options, InputStream body) {
        return start(once, options.asked(ImportForm.Name.ARTICLE), body, RowForm.LINES);
    }

    @GET
    @Path("/jobs/{id}")
    @RolesAllowed(Caller.REPORTER)
    @Operation(
            operationId = "getArticleJob",
            summary = "How far an import is",
            description = "For its owner and for editors.")
    public Uni<ImportJobView> job(@RestPath String id) {
        return visible(id).map(ImportJobView::of);
    }

    @GET
    @Path("/jobs/{id}/errors")
    @RolesAllowed(Caller.REPORTER)
    @Produces(NDJSON)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            operationId = "listArticleJobErrors",
            summary = "The rows that nothing came of",
            description = "One in each line, in their order. For the import's owner and for editors.")
    @APIResponse(
            responseCode = "200",
            description = "What is wrong with them.",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = RowError.class)))
    public Multi<RowError> errors(@RestPath String id) {
        return visible(id).onItem().transformToMulti(job -> jobs.errors(job.id()));
    }

    private Uni<RestResponse<ImportJobView>> start(
            Once once, Map<String, String> options, InputStream body, RowForm form) {
        return jobs.bring(form.in(body), ImportArticles.KIND, options, Caller.of(identity), once)
                .map(job -> ImportJobView.of(job).accepted());
    }

    private Uni<Job> visible(String id) {
        return jobs.find(id, Set.of(ImportArticles.KIND), Caller.of(identity));
    }
}

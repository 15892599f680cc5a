package org.counterclaim.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.counterclaim.kit.idempotency.Once;
import org.counterclaim.kit.job.Job;
import org.counterclaim.kit.job.Jobs;
import org.counterclaim.kit.job.RowError;
import org.counterclaim.kit.job.RowForm;
import org.counterclaim.kit.job.RowReader;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Bringing many fact-checks at once, and asking what came of them. */
@Path("/v1/claims")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bulk", description = "Many claims and reviews at once.")
class ImportResource {

    private static final Set<String> KINDS = Set.of(ImportClaims.KIND, ImportLines.KIND);

    private final Jobs jobs;
    private final ObjectMapper json;
    private final SecurityIdentity identity;

    ImportResource(Jobs jobs, ObjectMapper json, SecurityIdentity identity) {
        this.jobs = jobs;
        this.json = json;
        this.identity = identity;
    }

    @POST
    @Path("/imports")
    @Blocking
    @RolesAllowed(Caller.EDITOR)
    @Consumes({MediaType.APPLICATION_JSON, UploadForm.LD_JSON, UploadForm.NDJSON, UploadForm.TSV, UploadForm.CSV})
    @Operation(
            operationId = "importClaims",
            summary = "Bring many fact-checks",
            description =
                    "Up to 64 MiB and 100,000 rows of 1 MiB: ClaimReviews and Claims of schema.org, alone, in lists,"
                            + " in an `@graph` or a DataFeed, or one in each line; what Google's `claims:search` answers;"
                            + " or a table; or the lines of an export of claims (`format=ndjson`). They are kept as they come and worked off as a job, under the address of the"
                            + " answer. A fact-check makes a draft, or adds to the claim of the same words and author, a line makes a draft"
                            + " under its id unless there is one; a row that"
                            + " is wrong spoils no other, and what is odd about one is named. Brought again, a row says"
                            + " nothing new.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = UploadForm.LD_JSON, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = UploadForm.NDJSON, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = UploadForm.TSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = UploadForm.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponseSchema(
            value = ImportJob.class,
            responseCode = "202",
            responseDescription = "The rows are kept, see Location.")
    public Uni<RestResponse<ImportJob>> start(
            @BeanParam Once once, @BeanParam ImportOptions options, HttpHeaders headers, InputStream body)
            throws IOException {
        UploadForm form = UploadForm.of(headers.getMediaType());
        Map<String, String> asked = options.asked();
        Columns columns = options.columns(form);
        boolean lines = options.areLines(form);
        RowReader rows = lines ? RowForm.LINES.in(body) : new StagedRows(form.rows(body, json, columns), json);
        return jobs.bring(rows, lines ? ImportLines.KIND : ImportClaims.KIND, asked, Caller.of(identity), once)
                .map(job -> ImportJob.of(job).accepted());
    }

    @GET
    @Path("/jobs/{id}")
    @RolesAllowed(Caller.REPORTER)
    @Operation(
            operationId = "getClaimJob",
            summary = "How far an import is",
            description = "For its owner and for editors.")
    public Uni<ImportJob> job(@RestPath String id) {
        return visible(id).map(ImportJob::of);
    }

    @GET
    @Path("/jobs/{id}/warnings")
    @RolesAllowed(Caller.REPORTER)
    @Produces(UploadForm.NDJSON)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listClaimJobWarnings",
            summary = "The rows with something odd or wrong about them",
            description = "One in each line, in their order. Nothing came of those whose code is not `warned`. For the"
                    + " import's owner and for editors.")
    @APIResponse(
            responseCode = "200",
            description = "What is odd or wrong about them.",
            content = @Content(mediaType = UploadForm.NDJSON, schema = @Schema(implementation = RowError.class)))
    public Multi<RowError> warnings(@RestPath String id) {
        return visible(id).onItem().transformToMulti(job -> jobs.errors(job.id()));
    }

    private Uni<Job> visible(String id) {
        return jobs.find(id, KINDS, Caller.of(identity));
    }
}

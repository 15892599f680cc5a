package org.counterclaim.article;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.Map;
import org.counterclaim.kit.job.Job;
import org.counterclaim.kit.job.JobState;
import org.counterclaim.kit.job.RowOutcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * How far an import is.
 *
 * @param rows how many were brought
 * @param done how many of them are worked off
 * @param failed how many nothing came of; what is wrong with them is under {@code errors}
 * @param notKept in how many of the others which member was not kept, since an article has no place for it; by JSON Pointers
 * @param failure why the whole of it stopped, absent if it did not
 */
@Schema(name = "ImportJob")
record ImportJobView(
        @Schema(required = true) String id,
        @Schema(required = true) JobState state,
        @Schema(required = true) ImportForm.Name format,
        @Schema(required = true) ImportOptions.Mode mode,
        @Schema(required = true) boolean dryRun,
        @Schema(required = true) int rows,
        @Schema(required = true) int done,
        @Schema(required = true) int created,
        @Schema(required = true) int updated,
        @Schema(required = true) int unchanged,
        @Schema(required = true) int failed,
        @Schema(required = true) Map<String, Integer> notKept,
        String failure,
        @Schema(required = true) Instant createdAt,
        Instant startedAt,
        Instant endedAt) {

    static ImportJobView of(Job job) {
        return new ImportJobView(
                job.id(),
                job.state(),
                ImportTask.form(job),
                ImportTask.mode(job),
                ImportTask.isDry(job),
                job.rows(),
                job.done(),
                job.count(KeepImported.CREATED),
                job.count(KeepImported.UPDATED),
                job.count(KeepImported.UNCHANGED),
                job.count(RowOutcome.FAILED),
                ImportTask.notKept(job),
                job.failure(),
                job.createdAt(),
                job.startedAt(),
                job.endedAt());
    }

    /** 202 with the address to ask at. */
    RestResponse<ImportJobView> accepted() {
        return ResponseBuilder.<ImportJobView>create(RestResponse.Status.ACCEPTED, this)
                .header(HttpHeaders.LOCATION, "/v1/articles/jobs/" + id)
                .build();
    }
}

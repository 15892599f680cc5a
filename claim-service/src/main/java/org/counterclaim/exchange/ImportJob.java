package org.counterclaim.exchange;

import java.net.URI;
import java.time.Instant;
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
 * @param done how many of them are worked off: created, merged, unchanged and failed together
 * @param created how many made a claim
 * @param merged how many added to a claim that was there
 * @param unchanged how many said nothing new
 * @param warned how many of those three have something odd about them; what it is is under {@code warnings}
 * @param failed how many nothing came of; why is there too
 * @param failure why the whole of it stopped, absent if it did not
 */
@Schema(name = "ImportJob")
record ImportJob(
        @Schema(required = true) String id,
        @Schema(required = true) JobState state,
        @Schema(required = true) boolean dryRun,
        @Schema(required = true) int rows,
        @Schema(required = true) int done,
        @Schema(required = true) int created,
        @Schema(required = true) int merged,
        @Schema(required = true) int unchanged,
        @Schema(required = true) int warned,
        @Schema(required = true) int failed,
        String failure,
        @Schema(required = true) Instant createdAt,
        Instant startedAt,
        Instant endedAt) {

    static ImportJob of(Job job) {
        return new ImportJob(
                job.id(),
                job.state(),
                ImportOptions.isDry(job),
                job.rows(),
                job.done(),
                RowResult.CREATED.count(job),
                RowResult.MERGED.count(job),
                RowResult.UNCHANGED.count(job),
                RowResult.warned(job),
                job.count(RowOutcome.FAILED),
                job.failure(),
                job.createdAt(),
                job.startedAt(),
                job.endedAt());
    }

    /** 202 with the address to ask at. */
    RestResponse<ImportJob> accepted() {
        return ResponseBuilder.<ImportJob>create(RestResponse.Status.ACCEPTED, this)
                .location(URI.create("/v1/claims/jobs/" + id))
                .build();
    }
}

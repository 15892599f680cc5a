package org.counterclaim.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.List;
import org.counterclaim.claim.CarriedClaim;
import org.counterclaim.claim.KeepCarried;
import org.counterclaim.kit.job.Job;
import org.counterclaim.kit.job.JobKind;
import org.counterclaim.kit.job.JobRow;
import org.counterclaim.kit.job.RowError;
import org.counterclaim.kit.job.RowOutcome;
import org.counterclaim.kit.problem.JsonFault;
import org.counterclaim.review.RatingRules;
import org.counterclaim.review.RatingScales;

/** Makes claims of the lines of an export. */
@ApplicationScoped
class ImportLines implements JobKind {

    static final String KIND = "claim-lines";

    private final RatingScales scales;
    private final KeepCarried keep;
    private final ObjectMapper json;
    private final Validator validator;

    ImportLines(RatingScales scales, KeepCarried keep, ObjectMapper json, Validator validator) {
        this.scales = scales;
        this.keep = keep;
        this.json = json;
        this.validator = validator;
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public Uni<List<RowOutcome>> work(Job job, List<JobRow> rows, boolean again) {
        return scales.rules()
                .chain(rules -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> work(job, row, rules))
                        .collect()
                        .asList());
    }

    private Uni<RowOutcome> work(Job job, JobRow row, RatingRules rules) {
        return Uni.createFrom()
                .deferred(() -> keep.keep(read(row, rules), job.caller(), row.ulid(), ImportOptions.isDry(job)))
                .map(made -> (made ? RowResult.CREATED : RowResult.UNCHANGED).with(null))
                .onFailure()
                .recoverWithUni(failure -> RowError.of(row.number(), null, failure)
                        .map(error -> Uni.createFrom().item(RowOutcome.failed(error)))
                        .orElseGet(() -> Uni.createFrom().failure(failure)));
    }

    private CarriedClaim read(JobRow row, RatingRules rules) {
        try {
            return new CarriedReading(json, validator, rules, row.ulid()).read(row.text());
        } catch (JsonProcessingException e) {
            throw JsonFault.problem(e);
        }
    }
}

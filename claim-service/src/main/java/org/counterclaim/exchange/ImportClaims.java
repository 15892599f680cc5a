package org.counterclaim.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import org.counterclaim.claim.ImportTask;
import org.counterclaim.claim.ImportedReview;
import org.counterclaim.claim.KeepImported;
import org.counterclaim.claim.KnownImports;
import org.counterclaim.kit.job.Job;
import org.counterclaim.kit.job.JobKind;
import org.counterclaim.kit.job.JobRow;
import org.counterclaim.kit.job.RowError;
import org.counterclaim.kit.job.RowOutcome;
import org.counterclaim.review.RatingRules;
import org.counterclaim.review.RatingScales;

/** Makes claims and reviews of the rows of an import. */
@ApplicationScoped
class ImportClaims implements JobKind {

    static final String KIND = "claim-import";

    private final RatingScales scales;
    private final KeepImported keep;
    private final ObjectMapper json;

    ImportClaims(RatingScales scales, KeepImported keep, ObjectMapper json) {
        this.scales = scales;
        this.keep = keep;
        this.json = json;
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public Uni<List<RowOutcome>> work(Job job, List<JobRow> rows, boolean again) {
        return scales.rules().chain(rules -> work(new Batch(job, rules, again), read(job, rows, rules)));
    }

    /** What holds for all the rows that are worked off in one go. */
    private record Batch(Job job, RatingRules rules, boolean again) {}

    private List<ImportRow> read(Job job, List<JobRow> rows, RatingRules rules) {
        RowRules reading = new RowRules(rules, ImportOptions.language(job));
        return rows.stream()
                .map(row -> {
                    StagedRow staged = staged(row);
                    return new ImportRow(row, staged, reading.read(staged));
                })
                .toList();
    }

    private Uni<List<RowOutcome>> work(Batch batch, List<ImportRow> rows) {
        List<ImportedReview> good = rows.stream()
                .filter(row -> row.read().isKept())
                .map(row -> row.read().review())
                .toList();
        return keep.known(good)
                .chain(known -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> work(batch, row, known))
                        .collect()
                        .asList());
    }

    private Uni<RowOutcome> work(Batch batch, ImportRow row, KnownImports known) {
        if (!row.read().isKept()) {
            return Uni.createFrom().item(RowOutcome.failed(row.fault()));
        }
        boolean dry = ImportOptions.isDry(batch.job);
        ImportTask task = new ImportTask(
                row.read().review(), batch.rules, batch.job.caller(), row.job().ulid(), batch.again, dry);
        return Uni.createFrom()
                .deferred(() -> keep.keep(task, known))
                .map(outcome -> (dry ? row.staged().afterOthers(outcome) : RowResult.of(outcome)).with(row.warning()))
                .onFailure()
                .recoverWithUni(failure -> refused(row, failure));
    }

    private StagedRow staged(JobRow row) {
        try {
            return json.readValue(row.text(), StagedRow.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Uni<RowOutcome> refused(ImportRow row, Throwable failure) {
        return RowError.of(row.job().number(), row.url(), failure)
                .map(error -> Uni.createFrom().item(RowOutcome.failed(error)))
                .orElseGet(() -> Uni.createFrom().failure(failure));
    }
}

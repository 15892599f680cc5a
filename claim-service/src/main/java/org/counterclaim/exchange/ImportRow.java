package org.counterclaim.exchange;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.counterclaim.kit.job.JobRow;
import org.counterclaim.kit.job.RowError;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;

/** A row of a job, and what it was read as. */
record ImportRow(JobRow job, StagedRow staged, ReadRow read) {

    private static final String WARNED = "warned";

    /** Why nothing comes of it. */
    RowError fault() {
        return note(Problem.VALIDATION.code(), Stream.concat(read.faults().stream(), read.warnings().stream()));
    }

    /** What is odd about it, null if nothing is. */
    RowError warning() {
        return read.warnings().isEmpty() ? null : note(WARNED, read.warnings().stream());
    }

    /** The address of the review, as it came. */
    String url() {
        return staged.row() == null ? null : staged.row().url();
    }

    private RowError note(String code, Stream<RowIssue> issues) {
        List<FieldError> errors = issues.map(issue -> new FieldError(
                        issue.member().isEmpty() ? "" : "/" + issue.member(),
                        issue.code().name().toLowerCase(Locale.ROOT),
                        issue.detail()))
                .toList();
        return new RowError(job.number(), url(), code, errors.get(0).detail(), errors);
    }
}

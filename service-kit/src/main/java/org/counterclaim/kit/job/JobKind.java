package org.counterclaim.kit.job;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** A bean that knows what to do with the rows of one kind of job. */
public interface JobKind {

    /** As jobs name it. */
    String name();

    /**
     * Works rows off. What was done by then is done again after a crash, so doing it twice must come to the same.
     *
     * @param rows those of the job that come next
     * @param again whether somebody may have done some of this already, and died
     * @return what came of each, in the same order; a failure stops the job, unless it is that the store is out
     */
    Uni<List<RowOutcome>> work(Job job, List<JobRow> rows, boolean again);
}

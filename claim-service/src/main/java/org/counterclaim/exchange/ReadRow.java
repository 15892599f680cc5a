package org.counterclaim.exchange;

import java.util.List;
import org.counterclaim.claim.ImportedReview;

/**
 * What a row was read as.
 *
 * @param review null if it cannot be kept; then the faults say why
 */
record ReadRow(ImportedReview review, List<RowIssue> warnings, List<RowIssue> faults) {

    boolean isKept() {
        return faults.isEmpty();
    }
}

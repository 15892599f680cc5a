package org.counterclaim.exchange;

import org.counterclaim.claim.KeepImported;

/**
 * A row that waits for its turn, with what can be told only while the rows go by in their order.
 *
 * @param row null if it could not be read
 * @param fault why not, null if it could
 * @param sharedUrl whether a row before it is a review on the same page
 * @param repeated whether the same row was there before
 * @param knownClaim whether a row before it has the same claim
 * @param occurrence the how manyth different review of the claim it is on its page, from 1
 */
record StagedRow(ReviewRow row, String fault, boolean sharedUrl, boolean repeated, boolean knownClaim, int occurrence) {

    /** What would come of it after the rows before it, if without them it were this. */
    RowResult afterOthers(KeepImported.Outcome alone) {
        if (repeated) {
            return RowResult.UNCHANGED;
        }
        return knownClaim && alone == KeepImported.Outcome.CREATED ? RowResult.MERGED : RowResult.of(alone);
    }
}

package org.counterclaim.claim;

import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.security.Caller;

/**
 * A request to write the next revision of a claim.
 *
 * @param ifMatch tag of the revision that the writer has seen, null if none was sent
 * @param change kind of change and reason, kept with the revision
 */
record ClaimWrite(String id, String ifMatch, Change change, Caller writer) {}

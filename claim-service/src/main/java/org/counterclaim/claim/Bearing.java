package org.counterclaim.claim;

import java.util.List;
import java.util.stream.Stream;
import org.counterclaim.kit.problem.Problem;

/** Adds and takes away evidence that bears on a claim, whoever brings it forward. */
final class Bearing {

    private Bearing() {}

    static Claim add(Claim claim, String evidenceId) {
        if (claim.evidence().size() >= Claim.MAX_EVIDENCE) {
            throw Problem.CONFLICT.because("At most " + Claim.MAX_EVIDENCE + " items of evidence bear on a claim.");
        }
        return claim.withEvidence(
                Stream.concat(claim.evidence().stream(), Stream.of(evidenceId)).toList());
    }

    static Claim remove(Claim claim, String evidenceId) {
        List<String> left =
                claim.evidence().stream().filter(id -> !id.equals(evidenceId)).toList();
        if (left.size() == claim.evidence().size()) {
            throw Problem.NOT_FOUND.because(
                    "This item of evidence does not bear on the claim, or stands with a position.");
        }
        return claim.withEvidence(left);
    }
}

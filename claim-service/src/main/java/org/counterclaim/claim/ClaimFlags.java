package org.counterclaim.claim;

import java.util.List;
import org.counterclaim.kit.editorial.Flag;
import org.counterclaim.position.DisputeRules;

/** What a newsroom should look at in a claim. */
final class ClaimFlags {

    private ClaimFlags() {}

    static List<Flag> of(Claim claim) {
        return DisputeRules.hasSideContradiction(claim.positions())
                ? List.of(Flag.warning(
                        "side_contradiction",
                        claim.id(),
                        "One side both affirms and denies it: has it changed its mind?"))
                : List.of();
    }
}

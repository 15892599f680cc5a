package org.counterclaim.claim;

import java.util.List;
import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Flag;
import org.counterclaim.position.DisputeRules;

/** What a newsroom should look at in a claim. */
final class ClaimFlags {

    private ClaimFlags() {}

    static List<Flag> of(Claim claim) {
        return Stream.concat(ofItself(claim), claim.findings().flags().stream()).toList();
    }

    private static Stream<Flag> ofItself(Claim claim) {
        return DisputeRules.hasSideContradiction(claim.positions())
                ? Stream.of(Flag.warning(
                        "side_contradiction",
                        claim.id(),
                        "One side both affirms and denies it: has it changed its mind?"))
                : Stream.of();
    }
}

package org.counterclaim.claim;

import java.util.List;
import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Flag;
import org.counterclaim.position.PositionFlags;

/** What a newsroom should look at in a claim. */
final class ClaimFlags {

    private static final String UNATTRIBUTED = "unattributed_assertion";

    private ClaimFlags() {}

    /** What shows in the claim itself, and what was found because of other things. */
    static List<Flag> of(Claim claim) {
        return Stream.concat(ofItself(claim), claim.findings().flags().stream()).toList();
    }

    /** An analysis is the newsroom's own: that nobody else asserts it is no flaw. */
    static Stream<Flag> ofItself(Claim claim) {
        boolean analysis = claim.content().claimType().contains(ClaimContent.Type.ANALYSIS);
        return Stream.of(PositionFlags.of(claim.id(), claim.positions()), WordingFlags.of(claim), TextFlags.of(claim))
                .flatMap(flags -> flags)
                .filter(flag -> !(analysis && flag.code().equals(UNATTRIBUTED)));
    }
}

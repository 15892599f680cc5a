package org.counterclaim.position;

import java.util.List;
import java.util.stream.Stream;
import org.counterclaim.kit.editorial.Flag;
import org.counterclaim.position.DisputeStatus.Value;

/** What a newsroom should look at in the positions on a claim. */
public final class PositionFlags {

    private PositionFlags() {}

    /** @param claimId what flags on the whole of it name */
    public static Stream<Flag> of(String claimId, List<Position> positions) {
        List<Position> live = DisputeRules.live(positions);
        return Stream.of(contradiction(claimId, positions), takesPosition(live), unattributed(claimId, positions))
                .flatMap(flags -> flags);
    }

    private static Stream<Flag> contradiction(String claimId, List<Position> positions) {
        return DisputeRules.hasSideContradiction(positions)
                ? Stream.of(Flag.warning(
                        "side_contradiction", claimId, "One side both affirms and denies it: has it changed its mind?"))
                : Stream.of();
    }

    /** The newsroom is against something that somebody else upholds. */
    private static Stream<Flag> takesPosition(List<Position> live) {
        return live.stream().anyMatch(position -> position.holds() && !position.isPublishers())
                ? live.stream()
                        .filter(position -> position.isPublishers() && opposes(position.stance()))
                        .map(position -> Flag.warningAt(
                                "newsroom_takes_position",
                                position.id(),
                                "The newsroom itself is against what somebody upholds: is that its own finding?"))
                : Stream.of();
    }

    private static Stream<Flag> unattributed(String claimId, List<Position> positions) {
        return DisputeRules.statusOf(positions).value() == Value.UNATTRIBUTED
                ? Stream.of(Flag.warning(
                        "unattributed_assertion", claimId, "Nobody but the newsroom stands behind it: who says so?"))
                : Stream.of();
    }

    private static boolean opposes(Stance stance) {
        return stance == Stance.DENIES || stance == Stance.DENIES_IN_PART || stance == Stance.REFRAMES;
    }
}

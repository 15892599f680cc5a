package org.counterclaim.claim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.store.Recorded;
import org.counterclaim.position.DisputeStatus;
import org.counterclaim.position.Position;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That the dispute status of a claim moved, and why.
 *
 * @param revision the one that moved it
 * @param from what it was before; absent for the first that the caller sees
 * @param because the positions that it rests on now
 * @param brought ids of the positions that came with the revision
 * @param by subject of who wrote them down; for the newsroom alone, as is the reason
 */
@Schema(name = "StatusMove")
public record StatusMove(
        @Schema(required = true) int revision,
        @Schema(required = true) Instant at,
        DisputeStatus.Value from,
        @Schema(required = true) DisputeStatus to,
        @Schema(required = true) List<Position> because,
        @Schema(required = true) List<String> brought,
        @Schema(required = true) Change.Type changeType,
        String by,
        String reason) {

    /**
     * The moves among some revisions, in the same order.
     *
     * @param revisions the latest first
     * @param before what the earliest came after
     */
    public static List<StatusMove> in(List<Recorded<Claim>> revisions, Optional<Claim> before, boolean newsroom) {
        List<StatusMove> moves = new ArrayList<>();
        for (int i = 0; i < revisions.size(); i++) {
            Optional<Claim> earlier =
                    i + 1 < revisions.size() ? Optional.of(revisions.get(i + 1).thing()) : before;
            if (isMove(earlier, revisions.get(i).thing())) {
                moves.add(of(earlier, revisions.get(i), newsroom));
            }
        }
        return moves;
    }

    private static boolean isMove(Optional<Claim> earlier, Claim claim) {
        return earlier.filter(
                        e -> e.disputeStatus().value() == claim.disputeStatus().value())
                .isEmpty();
    }

    private static StatusMove of(Optional<Claim> earlier, Recorded<Claim> recorded, boolean newsroom) {
        Claim claim = recorded.thing();
        Change change = recorded.change();
        return new StatusMove(
                claim.revision(),
                claim.updatedAt(),
                earlier.map(e -> e.disputeStatus().value()).orElse(null),
                claim.disputeStatus(),
                because(claim),
                brought(earlier, claim),
                change.type(),
                newsroom ? change.by() : null,
                newsroom ? change.reason() : null);
    }

    private static List<Position> because(Claim claim) {
        return claim.positions().stream()
                .filter(position -> claim.disputeStatus().becauseOf().contains(position.id()))
                .toList();
    }

    private static List<String> brought(Optional<Claim> earlier, Claim claim) {
        Set<String> known = earlier.map(Claim::positions).orElse(List.of()).stream()
                .map(Position::id)
                .collect(Collectors.toSet());
        return claim.positions().stream()
                .map(Position::id)
                .filter(id -> !known.contains(id))
                .toList();
    }
}

package org.counterclaim.digest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.counterclaim.claim.Claim;
import org.counterclaim.claim.StatusMove;
import org.counterclaim.kit.store.Recorded;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What moved the dispute status of a story's claims.
 *
 * @param items the latest first
 */
@Schema(name = "StoryTimeline")
record StoryTimeline(
        @Schema(required = true) String articleId,
        @Schema(required = true) List<Move> items) {

    /** That the status of one of the claims moved, and why. */
    @Schema(name = "StoryStatusMove")
    record Move(
            @Schema(required = true) String claimId,
            @Schema(required = true) String shortText,
            @Schema(required = true) StatusMove move) {}

    /**
     * The moves in all their revisions.
     *
     * @param claims the story's
     * @param past revisions of each by its id, from the first on
     */
    static StoryTimeline of(
            String articleId, List<Claim> claims, Map<String, List<Recorded<Claim>>> past, boolean newsroom) {
        return new StoryTimeline(
                articleId,
                claims.stream()
                        .flatMap(claim -> moves(claim, past.getOrDefault(claim.id(), List.of()), newsroom))
                        .sorted(Comparator.comparing((Move move) -> move.move().at())
                                .reversed())
                        .toList());
    }

    private static Stream<Move> moves(Claim claim, List<Recorded<Claim>> revisions, boolean newsroom) {
        return StatusMove.in(latestFirst(revisions), Optional.empty(), newsroom).stream()
                .map(move -> new Move(claim.id(), claim.content().shortText(), move));
    }

    static List<Recorded<Claim>> latestFirst(List<Recorded<Claim>> revisions) {
        List<Recorded<Claim>> reversed = new ArrayList<>(revisions);
        Collections.reverse(reversed);
        return reversed;
    }
}

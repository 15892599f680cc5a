package org.counterclaim.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.counterclaim.attribution.Attribution;
import org.counterclaim.attribution.Speaker;
import org.counterclaim.position.DisputeRules;
import org.counterclaim.position.DisputeStatus;
import org.counterclaim.position.Position;

/** What proposed positions come to, by the rules that hold for every claim. */
final class Statuses {

    private final Map<String, Speaker> speakers;

    Statuses(Map<String, Speaker> speakers) {
        this.speakers = speakers;
    }

    DisputeStatus.Value of(Gathering claim) {
        List<Position> positions = new ArrayList<>();
        claim.asserted.forEach(a -> add(positions, a, false));
        claim.denied.forEach(a -> add(positions, a, true));
        claim.other.forEach(a -> add(positions, a, false));
        return DisputeRules.statusOf(positions).value();
    }

    private void add(List<Position> positions, Attribution attribution, boolean denies) {
        if (attribution.speaker() != null) {
            Speaker speaker = speakers.get(attribution.speaker());
            positions.add(Position.of(
                    "pos_" + positions.size(),
                    ProposedPositions.of(attribution, denies, attribution.speaker(), List.of(), null),
                    ProposedParties.side(speaker)));
        }
    }
}

package org.counterclaim.evidence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.store.Duplicate;

/** Keeps an item of evidence that something else brings along. */
@ApplicationScoped
public class KeepEvidence {

    private final EvidenceItems items;
    private final Clock clock;

    KeepEvidence(EvidenceItems items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    /** Makes an item of this id, unless there is one. */
    public Uni<Void> unlessKnown(String id, EvidenceContent content, List<Appearance> places, Change change) {
        Instant now = clock.instant();
        return items.all(List.of(id))
                .chain(known -> known.isEmpty()
                        ? items.insert(new Evidence(id, 1, content, places, now, now), change)
                                .onFailure(Duplicate::is)
                                .recoverWithNull()
                        : Uni.createFrom().nullItem())
                .replaceWithVoid();
    }
}

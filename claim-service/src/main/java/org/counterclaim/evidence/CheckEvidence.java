package org.counterclaim.evidence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterclaim.appearance.AppearanceContent;
import org.counterclaim.appearance.CheckAppearances;
import org.counterclaim.party.KnownParties;

/** Refuses evidence that names parties which nobody knows, or quotes what no article says. */
@ApplicationScoped
class CheckEvidence {

    private final KnownParties parties;
    private final CheckAppearances appearances;

    CheckEvidence(KnownParties parties, CheckAppearances appearances) {
        this.parties = parties;
        this.appearances = appearances;
    }

    /**
     * Its places, each with the context of its quote.
     *
     * @param quoted whether they are to be compared with the articles; those that were before are not again
     */
    Uni<List<AppearanceContent>> of(EvidenceContent content, boolean quoted) {
        return parties.named(partiesOf(content))
                .chain(() -> quoted
                        ? appearances.in(content.appearances(), "/appearances")
                        : Uni.createFrom().item(content.appearances()));
    }

    private static Map<String, String> partiesOf(EvidenceContent content) {
        Map<String, String> named = new HashMap<>();
        named.put("/heldBy", content.heldBy());
        named.put("/presentedBy", content.presentedBy());
        named.values().removeIf(party -> party == null);
        return named;
    }
}

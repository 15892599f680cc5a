package org.counterclaim.evidence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.counterclaim.appearance.CheckAppearances;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.idempotency.Once;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.party.KnownParties;

/** Keeps an item of evidence, once its parties are known and its quotes found. */
@ApplicationScoped
class CreateEvidence {

    private final EvidenceItems items;
    private final KnownParties parties;
    private final CheckAppearances appearances;
    private final Clock clock;

    CreateEvidence(EvidenceItems items, KnownParties parties, CheckAppearances appearances, Clock clock) {
        this.items = items;
        this.parties = parties;
        this.appearances = appearances;
        this.clock = clock;
    }

    Uni<Evidence> from(EvidenceContent content, Caller writer, Once once) {
        return once.make("evd_", id -> item(id, content, writer), items::created);
    }

    private Uni<Evidence> item(String id, EvidenceContent content, Caller writer) {
        return parties.named(partiesOf(content))
                .chain(() -> appearances.in(content.appearances(), "/appearances"))
                .map(checked -> Evidence.first(id, content, checked, clock.instant()))
                .chain(first -> items.insert(first, Change.ofContent(writer, null, null)));
    }

    private static Map<String, String> partiesOf(EvidenceContent content) {
        Map<String, String> named = new HashMap<>();
        named.put("/heldBy", content.heldBy());
        named.put("/presentedBy", content.presentedBy());
        named.values().removeIf(party -> party == null);
        return named;
    }
}

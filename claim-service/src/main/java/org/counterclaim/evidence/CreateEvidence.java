package org.counterclaim.evidence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.idempotency.Once;
import org.counterclaim.kit.security.Caller;

/** Keeps an item of evidence, once its parties are known and its quotes found. */
@ApplicationScoped
class CreateEvidence {

    private final EvidenceItems items;
    private final CheckEvidence check;
    private final Clock clock;

    CreateEvidence(EvidenceItems items, CheckEvidence check, Clock clock) {
        this.items = items;
        this.check = check;
        this.clock = clock;
    }

    Uni<Evidence> from(EvidenceContent content, Caller writer, Once once) {
        return once.make("evd_", id -> item(id, content, writer), items::created);
    }

    private Uni<Evidence> item(String id, EvidenceContent content, Caller writer) {
        return check.of(content, true)
                .map(checked -> Evidence.first(id, content, checked, clock.instant()))
                .chain(first -> items.insert(first, Change.ofContent(writer, null, null)));
    }
}

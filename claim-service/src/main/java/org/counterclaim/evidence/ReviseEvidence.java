package org.counterclaim.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.kit.json.ContentPatch;
import org.counterclaim.kit.security.Caller;

/** Writes the next revision of an item of evidence, once what it names is known and its quotes are found. */
@ApplicationScoped
class ReviseEvidence {

    private final EvidenceItems items;
    private final CheckEvidence check;
    private final ContentPatch patches;
    private final Clock clock;

    ReviseEvidence(EvidenceItems items, CheckEvidence check, ContentPatch patches, Clock clock) {
        this.items = items;
        this.check = check;
        this.patches = patches;
        this.clock = clock;
    }

    Uni<Evidence> patch(String id, String ifMatch, JsonNode patch, Caller writer) {
        return items.getForWrite(id).chain(item -> {
            Preconditions.requireMatch(ifMatch, item.revision());
            EvidenceContent next = patches.apply(item.written(), EvidenceContent.class, patch);
            boolean requoted = !next.appearances().equals(item.written().appearances());
            return check.of(next, requoted)
                    .map(places -> item.revised(next, places, clock.instant()))
                    .chain(revised -> items.replace(revised, Change.ofContent(writer, null, null)));
        });
    }
}

package org.counterclaim.evidence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;

/** Refuses a body that speaks of evidence that nobody knows. */
@ApplicationScoped
public class KnownEvidence {

    private final EvidenceItems items;

    KnownEvidence(EvidenceItems items) {
        this.items = items;
    }

    /** Whether there is such an item. */
    public Uni<Boolean> isKnown(String id) {
        return items.all(List.of(id)).map(found -> !found.isEmpty());
    }

    /**
     * Demands that each item of evidence is known.
     *
     * @param named id of each item, under the pointer to the place that names it
     * @return nothing, or a failure with 422 that points at each unknown one
     */
    public Uni<Void> named(Map<String, String> named) {
        return items.all(List.copyOf(named.values()))
                .map(found -> found.stream().map(Evidence::id).collect(Collectors.toSet()))
                .invoke(known -> requireAll(named, known))
                .replaceWithVoid();
    }

    private static void requireAll(Map<String, String> named, Set<String> known) {
        List<FieldError> errors = named.entrySet().stream()
                .filter(entry -> !known.contains(entry.getValue()))
                .map(entry -> new FieldError(entry.getKey(), "unknown-evidence", "There is no evidence of this id."))
                .sorted(Comparator.comparing(FieldError::pointer))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.VALIDATION.because("An item of evidence is not known.", errors);
        }
    }
}

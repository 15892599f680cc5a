package org.counterclaim.party;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;

/** Refuses a body that speaks of parties that nobody knows. */
@ApplicationScoped
public class KnownParties {

    private final Parties parties;

    KnownParties(Parties parties) {
        this.parties = parties;
    }

    /**
     * The parties that a body names.
     *
     * @param named id of each party, under the pointer to the place that names it
     * @return the parties by id, or a failure with 422 that points at each unknown one
     */
    public Uni<Map<String, Party>> named(Map<String, String> named) {
        return parties.all(List.copyOf(named.values()))
                .map(found -> found.stream().collect(toMap(Party::id, Function.identity())))
                .invoke(known -> requireAll(named, known));
    }

    private static void requireAll(Map<String, String> named, Map<String, Party> known) {
        List<FieldError> errors = named.entrySet().stream()
                .filter(entry -> !known.containsKey(entry.getValue()))
                .map(entry -> new FieldError(entry.getKey(), "unknown-party", "There is no party of this id."))
                .sorted(Comparator.comparing(FieldError::pointer))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.VALIDATION.because("A party is not known.", errors);
        }
    }
}

package org.counterclaim.relation;

import java.util.Arrays;
import java.util.Locale;
import org.counterclaim.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How one claim stands to another (after the Argument Interchange Format). It stands in the claim that it goes out from; one that
 * is the same from both ends stands in one of the two.
 *
 * @param target id of the other claim
 */
public record Relation(Type type, String target) {

    /** What the claim does to the other one. */
    @Schema(name = "RelationType")
    public enum Type {
        CONTRADICTS,
        SUPPORTS,
        UNDERCUTS,
        REFINES,
        RESTATES,
        QUALIFIES,
        ANSWERS,
        CAUSED_BY;

        /** The type of this name on the wire; 404 if there is none. */
        public static Type of(String wire) {
            return Arrays.stream(values())
                    .filter(type -> type.wire().equals(wire))
                    .findFirst()
                    .orElseThrow(() -> Problem.NOT_FOUND.because("There is no such type of relation."));
        }

        /** Whether it says the same from the other end. */
        public boolean isSymmetric() {
            return this == CONTRADICTS || this == RESTATES;
        }

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same, seen from the other end. */
    public Relation from(String other) {
        return new Relation(type, other);
    }
}

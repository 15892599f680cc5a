package org.counterclaim.kit.editorial;

import java.util.List;
import org.counterclaim.kit.editorial.Transition.Acknowledgement;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.security.Caller;

/**
 * Who made a revision, what kind of change it is and why. Kept with the revision's record, never shown to anonymous readers.
 *
 * @param by subject of the caller
 * @param type what was done
 * @param reason why, null where none is asked for
 * @param acknowledged flags that were published in spite of
 */
public record Change(String by, Type type, String reason, List<Acknowledgement> acknowledged) {

    /** What a revision did: a write of content, of one of the four kinds once it is published, a move, or a moment that came. */
    public enum Type {
        DRAFTING,
        MINOR_EDIT,
        UPDATE,
        CORRECTION,
        CLARIFICATION,
        TRANSITION,
        SCHEDULED
    }

    /**
     * A write of content.
     *
     * @param changeType the query parameter, null if absent
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for an unknown kind of change
     */
    public static Change ofContent(Caller by, String changeType, String reason) {
        return new Change(by.name(), type(changeType), reason, List.of());
    }

    /** A move to another editorial status. */
    public static Change ofMove(Caller by, Transition move) {
        return new Change(by.name(), Type.TRANSITION, move.reason(), move.acknowledgeFlags());
    }

    boolean explainsPublished() {
        return type != Type.DRAFTING && reason != null && !reason.isBlank();
    }

    private static Type type(String changeType) {
        if (changeType == null) {
            return Type.DRAFTING;
        }
        return switch (changeType) {
            case "minor_edit" -> Type.MINOR_EDIT;
            case "update" -> Type.UPDATE;
            case "correction" -> Type.CORRECTION;
            case "clarification" -> Type.CLARIFICATION;
            default ->
                throw QueryParameters.invalid("changeType", "One of minor_edit, update, correction, clarification.");
        };
    }
}

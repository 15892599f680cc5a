package org.counterclaim.kit.editorial;

import java.util.List;
import org.counterclaim.kit.editorial.Transition.Acknowledgement;
import org.counterclaim.kit.http.QueryParameters;
import org.counterclaim.kit.security.Caller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who made a revision, what kind of change it is and why. Kept with the revision's record; anonymous readers are shown the kind
 * alone.
 *
 * @param by subject of the caller
 * @param credential id of what the caller has proved it with; null if it has none, or nobody asked for the change, or in records
 *     of before it was kept
 * @param type what was done
 * @param reason why, null where none is asked for
 * @param acknowledged flags that were published in spite of
 */
public record Change(String by, String credential, Type type, String reason, List<Acknowledgement> acknowledged) {

    private static final String NOBODY = "";

    /** What a revision did: a write of content, of one of the four kinds once it is published, a move, a deletion, or a moment that came. */
    @Schema(name = "ChangeType")
    public enum Type {
        DRAFTING,
        MINOR_EDIT,
        UPDATE,
        CORRECTION,
        CLARIFICATION,
        TRANSITION,
        DELETION,
        MERGER,
        SCHEDULED
    }

    /**
     * A write of content.
     *
     * @param changeType the query parameter, null if absent
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for an unknown kind of change
     */
    public static Change ofContent(Caller by, String changeType, String reason) {
        return new Change(by.name(), by.credential(), type(changeType), reason, List.of());
    }

    /** A move to another editorial status. */
    public static Change ofMove(Caller by, Transition move) {
        return new Change(by.name(), by.credential(), Type.TRANSITION, move.reason(), move.acknowledgeFlags());
    }

    /** One of two takes the place of the other. */
    public static Change ofMerger(Caller by, String reason) {
        return new Change(by.name(), by.credential(), Type.MERGER, reason, List.of());
    }

    /** The end of something that was never published. */
    public static Change ofDeletion(Caller by) {
        return new Change(by.name(), by.credential(), Type.DELETION, null, List.of());
    }

    /** What came about by itself, at its time. */
    public static Change ofMoment(String reason) {
        return new Change(NOBODY, null, Type.SCHEDULED, reason, List.of());
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

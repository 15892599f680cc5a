package org.counterclaim.kit.editorial;

import static org.counterclaim.kit.editorial.EditorialStatus.APPROVED;
import static org.counterclaim.kit.editorial.EditorialStatus.DRAFT;
import static org.counterclaim.kit.editorial.EditorialStatus.PUBLISHED;
import static org.counterclaim.kit.editorial.EditorialStatus.REMOVED;
import static org.counterclaim.kit.editorial.EditorialStatus.RETRACTED;
import static org.counterclaim.kit.editorial.EditorialStatus.WITHHELD;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.kit.security.Caller;

/**
 * The editorial state of a piece of content, and the rules for its change. All functions here are pure.
 *
 * @param status where it stands
 * @param writers who wrote its content since it was last approved; none of them may approve it
 * @param notice public note of a retraction, null otherwise
 */
public record Editorial(EditorialStatus status, List<String> writers, String notice) {

    public Editorial {
        writers = writers == null ? List.of() : List.copyOf(writers);
    }

    /** A first draft. */
    public static Editorial draftBy(Caller writer) {
        return new Editorial(DRAFT, List.of(writer.name()), null);
    }

    /**
     * The state after the content was written.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403, 409 or 422 if it may not be written like this
     */
    public Editorial written(Caller by, Change change) {
        return switch (status) {
            case DRAFT, IN_REVIEW, APPROVED -> new Editorial(DRAFT, with(by), notice);
            case PUBLISHED -> {
                requireRole(by, Caller.EDITOR, "Writing to something published");
                requireExplained(change);
                yield new Editorial(status, with(by), notice);
            }
            case WITHHELD, RETRACTED, SUPERSEDED, REMOVED ->
                throw refused("Content that is " + status.wire() + " is not written.");
        };
    }

    /**
     * The state after a move.
     *
     * @param flags what is flagged on the content as it stands
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403, 409 or 422 if the move is not open to the caller
     */
    public Editorial moved(Transition move, Caller by, List<Flag> flags) {
        String role = status.moves().get(move.to());
        if (role == null) {
            throw refused("There is no move from " + status.wire() + " to "
                    + move.to().wire() + ".");
        }
        requireRole(by, role, "The move to " + move.to().wire());
        requireReason(move);
        requireFourEyes(move, by);
        requireNoOpenError(move, flags);
        boolean approved = move.to() == APPROVED;
        return new Editorial(
                move.to(), approved ? List.of() : writers, move.to() == RETRACTED ? move.reason() : notice);
    }

    /**
     * The state after something else of its kind has taken its place.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 or 409 if it may not be
     */
    public Editorial superseded(Caller by) {
        requireRole(by, Caller.EDITOR, "The move to superseded");
        if (status != PUBLISHED) {
            throw refused("Only what is published is superseded.");
        }
        return new Editorial(EditorialStatus.SUPERSEDED, writers, notice);
    }

    /** Whether anonymous readers see it. */
    public boolean isPublic(Instant embargoedUntil, Instant expires, Instant now) {
        return (status == PUBLISHED || status == RETRACTED) && !isAfter(embargoedUntil, now) && !isOver(expires, now);
    }

    /**
     * Lets only those read on who may.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 for what is not public yet, 410 for what is no more, 451 after a legal order
     */
    public void requireReadable(Instant embargoedUntil, Instant expires, Caller caller, Instant now) {
        if (status == REMOVED) {
            throw Problem.LEGAL.because("It was removed by a legal order.");
        }
        if (caller.seesDrafts() || isPublic(embargoedUntil, expires, now)) {
            return;
        }
        boolean wasPublic = status == WITHHELD || status == PUBLISHED && !isAfter(embargoedUntil, now);
        throw wasPublic ? Problem.GONE.because("It is not available any more.") : hidden();
    }

    /** 404 in the same words for what is not there and for what is not public: nobody can tell a draft from nothing. */
    public static RuntimeException hidden() {
        return Problem.NOT_FOUND.because("There is nothing of this id, or nothing that is public.");
    }

    /** 409 that names what is open instead. */
    public RuntimeException refused(String detail) {
        return refused(detail, List.of());
    }

    private RuntimeException refused(String detail, List<FieldError> errors) {
        return Problem.INVALID_TRANSITION
                .describe(detail)
                .with(
                        "allowed",
                        status.moves().keySet().stream()
                                .map(EditorialStatus::wire)
                                .toList())
                .with("errors", errors)
                .build();
    }

    private List<String> with(Caller by) {
        return Stream.concat(writers.stream(), Stream.of(by.name())).distinct().toList();
    }

    private static void requireRole(Caller by, String role, String what) {
        if (!by.has(role)) {
            throw Problem.FORBIDDEN.because(what + " needs the role " + role + ".");
        }
    }

    private static void requireExplained(Change change) {
        if (!change.explainsPublished()) {
            throw Problem.VALIDATION.because(
                    "A change to something published says what it is and why.",
                    List.of(
                            new FieldError(
                                    "/changeType", "required", "minor_edit, update, correction or clarification"),
                            new FieldError("/reason", "required", "Why it was changed.")));
        }
    }

    private void requireReason(Transition move) {
        boolean forward = status == DRAFT || move.to() == APPROVED || status == APPROVED;
        if (!move.hasReason() && (move.to() == REMOVED || !forward)) {
            throw Problem.VALIDATION.because(
                    "This move needs a reason.", List.of(new FieldError("/reason", "required", "Say why.")));
        }
    }

    private void requireFourEyes(Transition move, Caller by) {
        if (move.to() == APPROVED && writers.contains(by.name())) {
            throw Problem.FORBIDDEN.because(
                    "Approval needs an editor who did not write it since it was last approved.");
        }
    }

    private void requireNoOpenError(Transition move, List<Flag> flags) {
        List<FieldError> open = status != APPROVED || move.to() != PUBLISHED
                ? List.of()
                : flags.stream()
                        .filter(flag -> flag.standsInTheWay() && !move.acknowledges(flag))
                        .map(flag -> new FieldError("/acknowledgeFlags", flag.id(), flag.detail()))
                        .toList();
        if (!open.isEmpty()) {
            throw refused("Mend or acknowledge each flag of severity error first.", open);
        }
    }

    private static boolean isAfter(Instant time, Instant now) {
        return time != null && time.isAfter(now);
    }

    private static boolean isOver(Instant time, Instant now) {
        return time != null && !time.isAfter(now);
    }
}

package org.counterclaim.claim;

import java.util.List;
import java.util.stream.Stream;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.position.DisputeRules;
import org.counterclaim.position.Position;
import org.counterclaim.position.Stance;

/** Adds a position to a claim. One that takes another's place leaves it standing there: nothing said is unsaid. */
final class Succession {

    private Succession() {}

    static Claim add(Claim claim, Position position) {
        if (claim.position(position.id()).isPresent()) {
            throw Problem.CONFLICT.because("The claim has this position already.");
        }
        if (claim.positions().size() >= Claim.MAX_POSITIONS) {
            throw refused("", "too-many", "A claim has at most " + Claim.MAX_POSITIONS + " positions.");
        }
        if (position.supersedes() != null) {
            requireSuccessor(claim, position);
        } else if (position.stance() == Stance.WITHDRAWS) {
            throw refused("/supersedes", "required", "Say which position is withdrawn.");
        }
        return claim.withPositions(
                Stream.concat(claim.positions().stream(), Stream.of(position)).toList());
    }

    private static void requireSuccessor(Claim claim, Position position) {
        Position earlier = claim.position(position.supersedes())
                .orElseThrow(() -> refused("/supersedes", "unknown-position", "The claim has no such position."));
        if (!earlier.party().equals(position.party())) {
            throw refused("/supersedes", "another-party", "A party can change its own mind only.");
        }
        if (position.stance().isSilence()) {
            throw refused("/stance", "silence", "Silence takes no position's place.");
        }
        if (DisputeRules.isSuperseded(earlier, claim.positions())) {
            throw refused("/supersedes", "superseded", "Another position has taken its place already.");
        }
    }

    private static RuntimeException refused(String pointer, String code, String detail) {
        return Problem.VALIDATION.because(detail, List.of(new FieldError(pointer, code, detail)));
    }
}

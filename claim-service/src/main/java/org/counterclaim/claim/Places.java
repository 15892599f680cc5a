package org.counterclaim.claim;

import java.util.List;
import java.util.stream.Stream;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;

/** Adds and removes the places where a claim appears. */
final class Places {

    private Places() {}

    static Claim add(Claim claim, Appearance appearance) {
        if (claim.appearances().stream().anyMatch(place -> place.id().equals(appearance.id()))) {
            throw Problem.CONFLICT.because("The claim has this appearance already.");
        }
        if (claim.appearances().size() >= Claim.MAX_APPEARANCES) {
            String detail = "A claim has at most " + Claim.MAX_APPEARANCES + " appearances.";
            throw Problem.VALIDATION.because(detail, List.of(new FieldError("", "too-many", detail)));
        }
        return claim.withAppearances(Stream.concat(claim.appearances().stream(), Stream.of(appearance))
                .toList());
    }

    static Claim remove(Claim claim, String appearanceId) {
        List<Appearance> left = claim.appearances().stream()
                .filter(appearance -> !appearance.id().equals(appearanceId))
                .toList();
        if (left.size() == claim.appearances().size()) {
            throw Problem.NOT_FOUND.because("The claim has no appearance of this id.");
        }
        if (left.isEmpty() && claim.editorial().status() == EditorialStatus.PUBLISHED) {
            throw Problem.CONFLICT.because("The last place of a published claim stays: withhold or retract the claim.");
        }
        return claim.withAppearances(left);
    }
}

package org.counterclaim.claim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.appearance.AppearanceContent;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.problem.FieldError;
import org.counterclaim.kit.problem.Problem;
import org.counterclaim.position.Position;
import org.counterclaim.review.Review;

/** What a row of an import makes of a claim. Pure functions. */
final class ImportedClaim {

    private ImportedClaim() {}

    /** A draft: whether it is published is for editors to say. */
    static Claim first(ImportTask task, Instant now) {
        ImportedReview imported = task.imported();
        List<Appearance> places =
                imported.appearances().stream().map(Appearance::of).toList();
        List<Position> held = imported.author() == null ? List.of() : List.of(task.held());
        Claim claim =
                Claim.drafted(imported.claimId(), task.content(), places, held, Editorial.draftBy(task.caller()), now);
        Review review = task.review();
        return review == null ? claim : claim.withReviews(List.of(review));
    }

    /** The same claim with what the row says of it; equal to it if the row says nothing new. */
    static Claim merged(Claim claim, ImportTask task) {
        return reviewed(placed(claim, task.imported().appearances()), task);
    }

    /** Whether the row has written the claim's review as it stands. */
    static boolean isWrittenBy(ImportTask task, Claim claim) {
        return known(claim, task)
                .map(review -> review.source().row().equals(task.row()))
                .orElse(false);
    }

    private static Claim placed(Claim claim, List<AppearanceContent> places) {
        List<Appearance> all = new ArrayList<>(claim.appearances());
        places.stream()
                .filter(place -> all.stream()
                        .noneMatch(known -> place.url().equals(known.content().url())))
                .filter(place -> all.size() < Claim.MAX_APPEARANCES)
                .map(Appearance::of)
                .forEach(all::add);
        return claim.withAppearances(List.copyOf(all));
    }

    private static Claim reviewed(Claim claim, ImportTask task) {
        Review review = task.review();
        if (review == null || claim.reviews().stream().anyMatch(review::saysTheSameAs)) {
            return claim;
        }
        return known(claim, task)
                .map(known -> Reviews.replace(claim, review.under(known.id())))
                .orElseGet(() -> Reviews.add(claim, review));
    }

    private static Optional<Review> known(Claim claim, ImportTask task) {
        String key = task.imported().reviewKey();
        return claim.reviews().stream()
                .filter(review ->
                        review.source() != null && review.source().key().equals(key))
                .findFirst();
    }

    /** 409 for a claim that stands where an import must not write. */
    static void requireOpen(Claim claim) {
        if (claim.isRemoved()) {
            String detail = "A legal order has removed the claim.";
            throw Problem.CONFLICT.because(detail, List.of(new FieldError("", "not-written", detail)));
        }
    }
}

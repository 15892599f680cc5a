package org.counterclaim.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which claims have what some rows of an import bring, as far as they were there before these rows. */
public final class KnownImports {

    private final Map<String, String> byReview = new HashMap<>();
    private final Map<String, String> byWords = new HashMap<>();

    KnownImports(List<Claim> claims) {
        add(claims);
    }

    /** The same, and what these claims have. */
    KnownImports and(List<Claim> others) {
        add(others);
        return this;
    }

    private void add(List<Claim> claims) {
        claims.forEach(claim -> {
            claim.reviews().stream()
                    .filter(review -> review.source() != null)
                    .forEach(review -> byReview.put(review.source().key(), claim.id()));
            if (!claim.isRemoved()) {
                byWords.putIfAbsent(
                        ImportKeys.claim(claim.content().text(), claim.content().author()), claim.id());
            }
        });
    }

    /** Whether one of them has what the row brings. */
    boolean has(ImportedReview imported) {
        return imported.review() == null
                ? byWords.containsKey(imported.claimKey())
                : byReview.containsKey(imported.reviewKey());
    }

    /**
     * The id of the claim that a row is about: the one that has its review, wherever editors have moved or reworded it, or else one of
     * the same words and author, or else the one that an import makes of it.
     */
    String idOf(ImportedReview imported) {
        String reviewed = imported.review() == null ? null : byReview.get(imported.reviewKey());
        return reviewed != null ? reviewed : byWords.getOrDefault(imported.claimKey(), imported.claimId());
    }
}

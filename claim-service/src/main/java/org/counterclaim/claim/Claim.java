package org.counterclaim.claim;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.kit.editorial.EditorialStatus;
import org.counterclaim.kit.store.Aggregate;
import org.counterclaim.position.DisputeRules;
import org.counterclaim.position.DisputeStatus;
import org.counterclaim.position.Position;
import org.counterclaim.relation.Relation;
import org.counterclaim.review.Review;

/**
 * A claim as it stands, with every position that was ever taken on it.
 *
 * @param disputeStatus what the positions come to; kept because claims are searched by it
 * @param evidence ids of what bears on it whoever brings it forward; what a party brings forward stands with its position
 * @param relations how it stands to other claims, those that go out from it
 * @param into id of the claim that it was merged into; null if it was not
 * @param mergedFrom ids of the claims that were merged into it
 * @param reviews what fact-checkers found; they may disagree, and no dispute status follows from them
 * @param findings what follows from other things; it changes without a revision
 */
@RecordBuilder
@RecordBuilder.Options(inheritComponentAnnotations = false)
public record Claim(
        @BsonId String id,
        int revision,
        ClaimContent content,
        List<Appearance> appearances,
        List<Position> positions,
        DisputeStatus disputeStatus,
        List<String> evidence,
        List<Relation> relations,
        String into,
        List<String> mergedFrom,
        List<Review> reviews,
        Editorial editorial,
        Findings findings,
        Instant createdAt,
        Instant updatedAt)
        implements Aggregate<Claim>, ClaimBuilder.With {

    static final int MAX_APPEARANCES = 200;
    static final int MAX_POSITIONS = 200;
    static final int MAX_RELATIONS = 200;
    static final int MAX_EVIDENCE = 50;
    static final int MAX_REVIEWS = 100;

    public Claim {
        // documents of before there were such things have none
        evidence = evidence == null ? List.of() : evidence;
        relations = relations == null ? List.of() : relations;
        mergedFrom = mergedFrom == null ? List.of() : mergedFrom;
        reviews = reviews == null ? List.of() : reviews;
        findings = findings == null ? Findings.NONE : findings;
    }

    static Claim drafted(
            String id,
            ClaimContent content,
            List<Appearance> appearances,
            List<Position> positions,
            Editorial editorial,
            Instant now) {
        return ClaimBuilder.builder()
                .id(id)
                .revision(1)
                .content(content)
                .appearances(appearances)
                .positions(positions)
                .disputeStatus(DisputeRules.statusOf(positions))
                .editorial(editorial)
                .createdAt(now)
                .updatedAt(now)
                .build();
    }

    /** The same, with this quote of it, or of a position on it, as a newer text has it. */
    Claim quoted(Appearance quote) {
        UnaryOperator<Appearance> renewed = old -> old.id().equals(quote.id()) ? quote : old;
        return withAppearances(appearances.stream().map(renewed).toList())
                .withPositions(positions.stream()
                        .map(position -> position.quoted(renewed))
                        .toList());
    }

    boolean isSuperseded() {
        return editorial.status() == EditorialStatus.SUPERSEDED;
    }

    /** The same with the status that its positions come to. */
    Claim judged() {
        return withDisputeStatus(DisputeRules.statusOf(positions));
    }

    /** This as the next revision. */
    Claim next(Editorial written, Instant now) {
        Claim next = ClaimBuilder.builder(this)
                .revision(revision + 1)
                .disputeStatus(DisputeRules.statusOf(positions))
                .editorial(written)
                .updatedAt(now)
                .build();
        return next.isRemoved() ? next.redacted() : next;
    }

    Optional<Position> position(String positionId) {
        return positions.stream().filter(p -> p.id().equals(positionId)).findFirst();
    }

    Optional<Review> review(String reviewId) {
        return reviews.stream().filter(r -> r.id().equals(reviewId)).findFirst();
    }

    /** Every article that anything of it is quoted from. */
    public Set<String> articleIds() {
        return everywhere().map(Appearance::articleId).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Every item of evidence that bears on it or that a position on it rests on. */
    public Set<String> evidenceIds() {
        return Stream.concat(evidence.stream(), positions.stream().flatMap(position -> position.evidence().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whoever takes a position on it, and what it is about, which may be parties. */
    Set<String> partiesSpokenOf() {
        return Stream.concat(positions.stream().map(Position::party), content.about().stream())
                .collect(Collectors.toSet());
    }

    /** Ids of all the places where it or a position on it is quoted. */
    public List<String> places() {
        return everywhere().map(Appearance::id).toList();
    }

    /** Everything that it, or a position on it, is quoted from this article with. */
    public Stream<Appearance> quotes(String articleId) {
        return everywhere().filter(appearance -> appearance.isIn(articleId));
    }

    /** The place of this id, of itself or of a position on it. */
    Optional<Appearance> appearance(String appearanceId) {
        return everywhere().filter(place -> place.id().equals(appearanceId)).findFirst();
    }

    private Stream<Appearance> everywhere() {
        return Stream.concat(
                appearances.stream(), positions.stream().flatMap(position -> position.appearances().stream()));
    }

    @Override
    public boolean isRemoved() {
        return editorial.status() == EditorialStatus.REMOVED;
    }

    @Override
    public Claim redacted() {
        return ClaimBuilder.builder(this)
                .content(ClaimContent.removed())
                .appearances(List.of())
                .positions(List.of())
                .evidence(List.of())
                .relations(List.of())
                .disputeStatus(DisputeRules.statusOf(List.of()))
                .reviews(List.of())
                .editorial(new Editorial(editorial.status(), editorial.writers(), null))
                .findings(Findings.NONE)
                .build();
    }
}

package org.counterclaim.claim;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

/**
 * A claim as it stands, with every position that was ever taken on it.
 *
 * @param disputeStatus what the positions come to; kept because claims are searched by it
 * @param relations how it stands to other claims, those that go out from it
 * @param into id of the claim that it was merged into; null if it was not
 * @param mergedFrom ids of the claims that were merged into it
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
        List<Relation> relations,
        String into,
        List<String> mergedFrom,
        Editorial editorial,
        Findings findings,
        Instant createdAt,
        Instant updatedAt)
        implements Aggregate<Claim> {

    static final int MAX_APPEARANCES = 200;
    static final int MAX_POSITIONS = 200;
    static final int MAX_RELATIONS = 200;

    public Claim {
        relations = relations == null ? List.of() : relations;
        mergedFrom = mergedFrom == null ? List.of() : mergedFrom;
        findings = findings == null ? Findings.NONE : findings;
    }

    static Claim drafted(
            String id,
            ClaimContent content,
            List<Appearance> appearances,
            List<Position> positions,
            Editorial editorial,
            Instant now) {
        DisputeStatus status = DisputeRules.statusOf(positions);
        return new Claim(
                id, 1, content, appearances, positions, status, null, null, null, editorial, Findings.NONE, now, now);
    }

    /** The same in other words. */
    Claim worded(ClaimContent wording) {
        return ClaimBuilder.builder(this).content(wording).build();
    }

    Claim withPositions(List<Position> more) {
        return ClaimBuilder.builder(this).positions(more).build();
    }

    Claim withAppearances(List<Appearance> more) {
        return ClaimBuilder.builder(this).appearances(more).build();
    }

    /** The same, with this quote of it, or of a position on it, as a newer text has it. */
    Claim quoted(Appearance quote) {
        UnaryOperator<Appearance> renewed = old -> old.id().equals(quote.id()) ? quote : old;
        return withAppearances(appearances.stream().map(renewed).toList())
                .withPositions(positions.stream()
                        .map(position -> position.quoted(renewed))
                        .toList());
    }

    Claim with(Findings found) {
        return ClaimBuilder.builder(this).findings(found).build();
    }

    Claim withRelations(List<Relation> more) {
        return ClaimBuilder.builder(this).relations(more).build();
    }

    boolean isSuperseded() {
        return editorial.status() == EditorialStatus.SUPERSEDED;
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

    /** Every article that anything of it is quoted from. */
    public Set<String> articleIds() {
        return everywhere().map(Appearance::articleId).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Ids of all the places where it or a position on it is quoted. */
    public List<String> places() {
        return everywhere().map(Appearance::id).toList();
    }

    /** Everything that it, or a position on it, is quoted from this article with. */
    Stream<Appearance> quotes(String articleId) {
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

    /** What a reader sees of it who sees these articles; nothing if it appears in none of them. */
    Optional<Claim> shownIn(Predicate<String> articles) {
        List<Appearance> shown =
                appearances.stream().filter(a -> a.isShown(articles)).toList();
        List<Position> quoted =
                positions.stream().map(position -> position.shownIn(articles)).toList();
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(withAppearances(shown).withPositions(quoted).withFindingsOfItsPlaces());
    }

    private Claim withFindingsOfItsPlaces() {
        return with(findings.shownAt(places()));
    }

    /** Whether readers see it who see these articles. */
    boolean isShownIn(Set<String> articles) {
        return editorial.isPublic(null, null, null)
                && appearances.stream().anyMatch(appearance -> appearance.isShown(articles::contains));
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
                .relations(List.of())
                .disputeStatus(DisputeRules.statusOf(List.of()))
                .editorial(new Editorial(editorial.status(), editorial.writers(), null))
                .findings(Findings.NONE)
                .build();
    }
}

package org.counterclaim.position;

import com.github.f4b6a3.ulid.UlidCreator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.appearance.Hedge;
import org.counterclaim.appearance.QuotationType;
import org.counterclaim.kit.time.PartialDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one party says of a claim. A position is never changed: a party that changes its mind takes another one.
 *
 * @param id {@code pos_} and a ULID
 * @param party id of the party
 * @param side the party's side at the time, null for one that speaks for itself alone
 */
public record Position(
        @Schema(required = true) String id,
        @Schema(required = true) String party,
        String side,
        @Schema(required = true) Stance stance,
        @Schema(required = true) Aspect aspect,
        @Schema(required = true) QuotationType quotationType,
        @Schema(required = true) Hedge hedge,
        PartialDate statedAt,
        String supersedes,
        @Schema(required = true) List<String> evidence,
        String note,
        @Schema(required = true) List<Appearance> appearances) {

    /** The form of an id, as a regular expression. */
    public static final String ID_FORM = "pos_[0-9A-HJKMNP-TV-Z]{26}";

    /** What an id begins with. */
    public static final String PREFIX = "pos_";

    /** Side of the newsroom itself. */
    static final String PUBLISHER = "PUBLISHER";

    /** An id for a new one. */
    public static String newId() {
        return PREFIX + UlidCreator.getMonotonicUlid();
    }

    /** A new one, of a party that is on this side. */
    public static Position of(String id, PositionContent content, String side) {
        return new Position(
                id,
                content.party(),
                side,
                content.stance(),
                content.aspect(),
                content.quotationType(),
                content.hedge(),
                content.statedAt(),
                content.supersedes(),
                content.evidence(),
                content.note(),
                content.appearances().stream().map(Appearance::of).toList());
    }

    /** One that was taken elsewhere, on the side that the party was on then, with its places under their ids. */
    public static Position carried(String id, PositionContent content, String side, List<Appearance> places) {
        return of(id, content, side).with(places);
    }

    /** The same with each quote as this makes it: what was said stays, where it stands may be told anew. */
    public Position quoted(UnaryOperator<Appearance> renewed) {
        return with(appearances.stream().map(renewed).toList());
    }

    /** The same with those appearances only that a reader may see who sees these articles. */
    public Position shownIn(Predicate<String> articles) {
        return with(appearances.stream().filter(a -> a.isShown(articles)).toList());
    }

    private Position with(List<Appearance> places) {
        return new Position(
                id, party, side, stance, aspect, quotationType, hedge, statedAt, supersedes, evidence, note, places);
    }

    /** Whom it speaks for in the rules: the party's camp, or the party alone. */
    public String camp() {
        return side == null ? party : side;
    }

    /** Whether the newsroom itself takes it. */
    public boolean isPublishers() {
        return PUBLISHER.equals(side);
    }

    /** Whether it upholds the claim. */
    public boolean holds() {
        return stance.holds();
    }

    /** Whether this one takes the place of that one. Silence takes nobody's, and nobody speaks for another party. */
    boolean supersedes(Position other) {
        return other.id.equals(supersedes) && other.party.equals(party) && !stance.isSilence();
    }
}

package org.counterclaim.position;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who stands where on a claim: a row for each party, a cell for each aspect that it has spoken of. */
@Schema(name = "PositionMap")
public record PositionMap(@Schema(required = true) List<Row> rows) {

    /**
     * One party.
     *
     * @param party id of the party
     * @param side the side that it spoke for last; null for one that speaks for itself alone
     * @param cells in the order of the aspects
     */
    @Schema(name = "PositionMapRow")
    public record Row(
            @Schema(required = true) String party,
            String side,
            @Schema(required = true) List<Cell> cells) {}

    /**
     * What one party says of one aspect.
     *
     * @param live what counts
     * @param silent that it has said nothing, which is a fact and moves nothing
     * @param superseded what it said before and has replaced or taken back
     */
    @Schema(name = "PositionMapCell")
    public record Cell(
            @Schema(required = true) Aspect aspect,
            @Schema(required = true) List<Position> live,
            @Schema(required = true) List<Position> silent,
            @Schema(required = true) List<Superseded> superseded) {}

    /**
     * A position that another one has taken the place of.
     *
     * @param by id of the one that has
     */
    @Schema(name = "SupersededPosition")
    public record Superseded(
            @Schema(required = true) Position position,
            @Schema(required = true) String by) {}

    /** The parties in the order in which they first spoke. */
    public static PositionMap of(List<Position> positions) {
        return new PositionMap(positions.stream()
                .map(Position::party)
                .distinct()
                .map(party -> row(party, positions))
                .toList());
    }

    private static Row row(String party, List<Position> all) {
        List<Position> own =
                all.stream().filter(position -> position.party().equals(party)).toList();
        return new Row(
                party,
                own.get(own.size() - 1).side(),
                Arrays.stream(Aspect.values())
                        .map(aspect -> cell(aspect, own))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static Cell cell(Aspect aspect, List<Position> own) {
        List<Position> said =
                own.stream().filter(position -> position.aspect() == aspect).toList();
        List<Position> standing = said.stream()
                .filter(position -> !DisputeRules.isSuperseded(position, own))
                .toList();
        return said.isEmpty()
                ? null
                : new Cell(
                        aspect,
                        standing.stream()
                                .filter(position -> !position.stance().isSilence())
                                .toList(),
                        standing.stream()
                                .filter(position -> position.stance().isSilence())
                                .toList(),
                        said.stream()
                                .flatMap(position -> superseded(position, own))
                                .toList());
    }

    private static Stream<Superseded> superseded(Position position, List<Position> own) {
        return own.stream()
                .filter(later -> later.supersedes(position))
                .limit(1)
                .map(later -> new Superseded(position, later.id()));
    }
}

package org.counterclaim.claim;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.counterclaim.evidence.Evidence;
import org.counterclaim.evidence.EvidenceView;
import org.counterclaim.party.Party;
import org.counterclaim.party.PartyView;
import org.counterclaim.position.Position;
import org.counterclaim.relation.Relation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A claim as it is taken along: as it is read, with all that it names.
 *
 * @param relations how it stands to other claims, those that go out from it
 * @param parties those that it and its evidence name
 */
@Schema(name = "ExportedClaim")
record ClaimLine(
        @JsonUnwrapped ClaimView claim,
        @Schema(required = true) List<Relation> relations,
        @Schema(required = true) List<PartyView> parties) {

    static ClaimLine of(Claim claim, Map<String, Evidence> evidence, Map<String, Party> parties) {
        List<Evidence> items = known(claim.evidenceIds().stream(), evidence);
        List<Party> named = known(partyIds(claim, items), parties);
        return new ClaimLine(
                ClaimView.of(claim, items.stream().map(EvidenceView::of).toList()),
                claim.relations(),
                named.stream().map(PartyView::of).toList());
    }

    /** Ids of the parties that a claim, or one of these items, names. */
    static Stream<String> partyIds(Claim claim, List<Evidence> items) {
        return Stream.of(
                        ClaimJsonLd.partyIds(claim).stream(),
                        claim.positions().stream().map(Position::party),
                        items.stream()
                                .flatMap(item -> Stream.of(
                                        item.content().heldBy(), item.content().presentedBy())))
                .flatMap(ids -> ids)
                .filter(Objects::nonNull)
                .distinct();
    }

    private static <T> List<T> known(Stream<String> ids, Map<String, T> things) {
        return ids.map(things::get).filter(Objects::nonNull).toList();
    }
}

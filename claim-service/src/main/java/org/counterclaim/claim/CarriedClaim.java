package org.counterclaim.claim;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.appearance.CheckAppearances;
import org.counterclaim.evidence.EvidenceContent;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.party.PartyContent;
import org.counterclaim.position.Position;
import org.counterclaim.relation.Relation;
import org.counterclaim.review.Review;

/**
 * A claim as an export carries it along, under the ids that it and its parts have.
 *
 * @param evidence ids of what bears on it
 * @param parties those that it names, by id
 * @param items the evidence that it names
 */
@RecordBuilder
@RecordBuilder.Options(inheritComponentAnnotations = false)
public record CarriedClaim(
        String id,
        ClaimContent content,
        List<Appearance> appearances,
        List<Position> positions,
        List<Review> reviews,
        List<String> evidence,
        List<Relation> relations,
        List<String> mergedFrom,
        Map<String, PartyContent> parties,
        List<Item> items) {

    /** An item of evidence that comes along, with its places under their ids. */
    public record Item(String id, EvidenceContent content, List<Appearance> places) {}

    /**
     * The claim as a draft, whatever it was elsewhere.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if its positions do not follow from each other
     */
    Claim draft(Editorial editorial, Instant now) {
        Claim draft = Claim.drafted(id, content, appearances, List.of(), editorial, now);
        for (Position position : positions) {
            draft = Succession.add(draft, position);
        }
        return draft.withReviews(reviews)
                .withEvidence(evidence)
                .withRelations(relations)
                .withMergedFrom(mergedFrom)
                .judged();
    }

    /** The parties that have to be there already, each under the pointer to a place that names it. */
    Map<String, String> otherParties() {
        Map<String, String> named = new HashMap<>();
        named.put("/author", content.author());
        named.put("/claimInterpreter", content.claimInterpreter());
        IntStream.range(0, positions.size())
                .forEach(at -> named.put(
                        "/positions/" + at + "/party", positions.get(at).party()));
        IntStream.range(0, items.size()).forEach(at -> {
            named.put("/evidence/" + at + "/heldBy", items.get(at).content().heldBy());
            named.put(
                    "/evidence/" + at + "/presentedBy", items.get(at).content().presentedBy());
        });
        named.values().removeIf(party -> party == null || parties.containsKey(party));
        return named;
    }

    /** The evidence that has to be there already. */
    Map<String, String> otherEvidence() {
        Map<String, String> named = new HashMap<>(CheckAppearances.placed(evidence, "/evidenceIds"));
        IntStream.range(0, positions.size())
                .forEach(at -> named.putAll(
                        CheckAppearances.placed(positions.get(at).evidence(), "/positions/" + at + "/evidence")));
        named.values().removeIf(id -> items.stream().anyMatch(item -> item.id().equals(id)));
        return named;
    }
}

package org.counterclaim.claim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.appearance.AppearanceContent;
import org.counterclaim.kit.editorial.Editorial;
import org.counterclaim.relation.Relation;

/** Puts the parts of two claims together that turned out to be one. */
final class Merging {

    private Merging() {}

    /** The next revision of a claim that another one takes the place of. */
    static Claim superseded(Claim claim, String survivor, Editorial superseded, Instant now) {
        return ClaimBuilder.builder(claim).into(survivor).build().next(superseded, now);
    }

    /** The next revision of a claim with all that another one had, whose place it takes. What the law took away stays away. */
    static Claim enriched(Claim survivor, Claim merged, Instant now) {
        ClaimBuilder more = ClaimBuilder.builder(survivor)
                .mergedFrom(distinct(survivor.mergedFrom(), distinct(List.of(merged.id()), merged.mergedFrom())));
        if (!survivor.isRemoved()) {
            more.appearances(places(survivor.appearances(), merged.appearances()))
                    .positions(distinct(survivor.positions(), merged.positions()))
                    .evidence(distinct(survivor.evidence(), merged.evidence()))
                    .relations(relations(survivor, merged))
                    .reviews(distinct(survivor.reviews(), merged.reviews()));
        }
        return more.build().next(survivor.editorial(), now);
    }

    /** The places of both; of two quotes of the same words in the same place one. */
    static List<Appearance> places(List<Appearance> own, List<Appearance> others) {
        Set<AppearanceContent> known = own.stream().map(Appearance::content).collect(Collectors.toSet());
        List<Appearance> both = new ArrayList<>(own);
        others.stream().filter(place -> known.add(place.content())).forEach(both::add);
        return List.copyOf(both);
    }

    /** The relations of both, but for those between the two: they are one by now. */
    static List<Relation> relations(Claim survivor, Claim merged) {
        Set<String> one = Stream.of(List.of(survivor.id(), merged.id()), survivor.mergedFrom(), merged.mergedFrom())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        return distinct(survivor.relations(), merged.relations()).stream()
                .filter(relation -> !one.contains(relation.target()))
                .toList();
    }

    private static <T> List<T> distinct(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    /** Whether the parts of both are too many for one claim. */
    static boolean isTooMuch(Claim survivor, Claim merged) {
        return places(survivor.appearances(), merged.appearances()).size() > Claim.MAX_APPEARANCES
                || survivor.positions().size() + merged.positions().size() > Claim.MAX_POSITIONS
                || relations(survivor, merged).size() > Claim.MAX_RELATIONS
                || distinct(survivor.evidence(), merged.evidence()).size() > Claim.MAX_EVIDENCE
                || survivor.reviews().size() + merged.reviews().size() > Claim.MAX_REVIEWS;
    }
}

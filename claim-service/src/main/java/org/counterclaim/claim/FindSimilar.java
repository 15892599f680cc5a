package org.counterclaim.claim;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.kit.store.Listing;
import org.counterclaim.likeness.Wording;

/**
 * Finds claims that say the same as something. The index of terms brings those that share words, the latest changed first; what they
 * share is counted, and the nearest are compared as a whole. Nothing is merged: it is for people to say whether two claims are one.
 */
@ApplicationScoped
class FindSimilar {

    /** How many with a word in common are looked at. */
    private static final int LOOKED_AT = 2_000;

    /** How many of these are compared. */
    private static final int COMPARED = 50;

    /** How many are shown. */
    private static final int SHOWN = 20;

    private final Claims claims;
    private final ShownClaims shown;

    FindSimilar(Claims claims, ShownClaims shown) {
        this.claims = claims;
        this.shown = shown;
    }

    /** Those that the caller sees, the most alike first, from a score on. */
    Uni<List<Similar>> to(Subject subject, double from, Caller caller) {
        // dictionaries that this takes the first time must not stop an event loop
        return Uni.createFrom()
                .item(() -> Wording.of(subject.text(), subject.language()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(wording -> nearest(subject, wording, caller)
                        .chain(ids -> claims.all(ids))
                        .chain(found -> shown.to(caller, found))
                        .map(found -> compared(subject, wording, found, from)));
    }

    private Uni<List<String>> nearest(Subject subject, Wording wording, Caller caller) {
        Set<String> words = wording.searched();
        if (words.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Listing list =
                new Listing(Filters.and(visible(caller), Filters.in(ClaimFinding.TERMS, words)), "", "updatedAt", true);
        Bson terms = Aggregates.project(Projections.include(ClaimFinding.TERMS));
        return claims.aggregate(list, List.of(Aggregates.limit(LOOKED_AT), terms))
                .map(found -> new Near(found, wording))
                .filter(near -> near.shared() > 1 && !near.id().equals(subject.id()))
                .collect()
                .asList()
                .map(found -> found.stream()
                        .sorted(Comparator.comparing(Near::shared).reversed().thenComparing(Near::id))
                        .limit(COMPARED)
                        .map(Near::id)
                        .toList());
    }

    /** A claim, and how many of the words it shares. */
    private record Near(String id, long shared) {

        Near(BsonDocument found, Wording wording) {
            this(
                    found.getString("_id").getValue(),
                    found.getDocument("findBy").getArray("terms").stream()
                            .filter(term ->
                                    wording.searched().contains(term.asString().getValue()))
                            .count());
        }
    }

    private static List<Similar> compared(Subject subject, Wording wording, List<Claim> found, double from) {
        return found.stream()
                .map(claim -> Similar.of(subject, wording, claim))
                .filter(similar -> similar.score() >= from)
                .sorted(Comparator.comparing(Similar::score).reversed().thenComparing(Similar::claimId))
                .limit(SHOWN)
                .toList();
    }

    private static Bson visible(Caller caller) {
        return caller.seesDrafts() ? ClaimFilters.isKept() : ClaimFilters.published(false);
    }
}

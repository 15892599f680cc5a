package org.counterclaim.claim;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.function.Function;
import org.counterclaim.evidence.KeepEvidence;
import org.counterclaim.evidence.KnownEvidence;
import org.counterclaim.kit.editorial.Change;
import org.counterclaim.party.KeepParty;
import org.counterclaim.party.KnownParties;

/** Keeps the parties and the evidence that a claim brings along; those that are there stay as they are. */
@ApplicationScoped
class KeepNamed {

    private final KeepParty keepParty;
    private final KeepEvidence keepEvidence;
    private final KnownParties parties;
    private final KnownEvidence evidence;

    KeepNamed(KeepParty keepParty, KeepEvidence keepEvidence, KnownParties parties, KnownEvidence evidence) {
        this.keepParty = keepParty;
        this.keepEvidence = keepEvidence;
        this.parties = parties;
        this.evidence = evidence;
    }

    /** Nothing; a failure with 422 that points at whoever and whatever is neither brought nor there. */
    Uni<Void> require(CarriedClaim claim) {
        return parties.named(claim.otherParties()).chain(() -> evidence.named(claim.otherEvidence()));
    }

    Uni<Void> of(CarriedClaim claim, Change change) {
        return each(
                        claim.parties().entrySet(),
                        brought -> keepParty.unlessKnown(brought.getKey(), brought.getValue(), change))
                .chain(() -> each(
                        claim.items(),
                        item -> keepEvidence.unlessKnown(item.id(), item.content(), item.places(), change)));
    }

    private static <T> Uni<Void> each(Collection<T> things, Function<T, Uni<Void>> what) {
        return Multi.createFrom()
                .iterable(things)
                .onItem()
                .transformToUniAndConcatenate(what::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }
}

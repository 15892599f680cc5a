package org.counterclaim.claim;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.counterclaim.evidence.EvidenceItems;
import org.counterclaim.party.Parties;
import org.counterclaim.story.ArticleText;
import org.counterclaim.story.KnownStories;
import org.counterclaim.story.TextListener;

/** Finds out what follows for a claim from other things, when one of these has changed or the claim has. */
@ApplicationScoped
class UpdateFindings implements TextListener {

    private final Claims claims;
    private final KnownStories stories;
    private final EvidenceItems evidence;
    private final Parties parties;

    UpdateFindings(Claims claims, KnownStories stories, EvidenceItems evidence, Parties parties) {
        this.claims = claims;
        this.stories = stories;
        this.evidence = evidence;
        this.parties = parties;
    }

    /** For one claim. */
    Uni<Void> of(String id) {
        return claims.refresh(id, this::found);
    }

    @Override
    public Uni<Void> heard(ArticleText text) {
        return claims.quoting(text.id())
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(claim -> of(claim.id()))
                .collect()
                .last();
    }

    private Uni<Claim> found(Claim claim) {
        return evidence.all(claim.evidenceIds())
                .chain(items -> parties.all(claim.partiesSpokenOf())
                        .chain(people -> stories.texts(claim.articleIds())
                                .chain(texts -> away(() -> Findings.of(claim, texts, items, people)))))
                .map(found -> claim.withFindings(claim.isRemoved() ? Findings.NONE : found));
    }

    /** A long text is not searched on an event loop. */
    private static Uni<Findings> away(Supplier<Findings> search) {
        return Uni.createFrom().item(search).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}

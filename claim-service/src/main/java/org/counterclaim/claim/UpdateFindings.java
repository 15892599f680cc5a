package org.counterclaim.claim;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import org.counterclaim.story.ArticleText;
import org.counterclaim.story.KnownStories;
import org.counterclaim.story.TextListener;

/** Finds out what follows for a claim from other things, when one of these has changed or the claim has. */
@ApplicationScoped
class UpdateFindings implements TextListener {

    private final Claims claims;
    private final KnownStories stories;

    UpdateFindings(Claims claims, KnownStories stories) {
        this.claims = claims;
        this.stories = stories;
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

    /** A long text is not searched on an event loop. */
    private Uni<Claim> found(Claim claim) {
        return stories.texts(claim.articleIds())
                .chain(texts -> Uni.createFrom()
                        .item(() -> claim.with(claim.isRemoved() ? Findings.NONE : Findings.of(claim, texts)))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }
}

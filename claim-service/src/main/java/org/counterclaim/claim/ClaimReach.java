package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.counterclaim.kit.store.Reach;
import org.counterclaim.kit.store.ReachOf;
import org.counterclaim.story.KnownStories;

/** A claim concerns the stories that quote it, and readers if it and one of its stories are public. */
@ApplicationScoped
class ClaimReach implements ReachOf<Claim> {

    private final KnownStories stories;

    ClaimReach(KnownStories stories) {
        this.stories = stories;
    }

    @Override
    public Uni<Reach> of(Claim claim) {
        return stories.publicAmong(claim.articleIds())
                .map(shown -> new Reach(isShown(claim, shown), claim.articleIds()));
    }

    private static boolean isShown(Claim claim, Set<String> articles) {
        return claim.editorial().isPublic(null, null, null)
                && claim.appearances().stream().anyMatch(appearance -> appearance.isShown(articles::contains));
    }
}

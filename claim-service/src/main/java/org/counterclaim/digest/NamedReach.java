package org.counterclaim.digest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterclaim.claim.Claims;
import org.counterclaim.kit.store.Reach;
import org.counterclaim.story.KnownStories;

/** What claims name concerns their stories: a party or an item of evidence is shown with them. */
@ApplicationScoped
class NamedReach {

    private final Claims claims;
    private final KnownStories stories;

    NamedReach(Claims claims, KnownStories stories) {
        this.claims = claims;
        this.stories = stories;
    }

    Uni<Reach> of(String id) {
        return claims.naming(id)
                .map(found -> found.stream()
                        .flatMap(claim -> claim.articleIds().stream())
                        .collect(Collectors.toSet()))
                .chain(this::of);
    }

    private Uni<Reach> of(Set<String> articles) {
        return stories.publicAmong(articles).map(shown -> new Reach(!shown.isEmpty(), articles));
    }
}

package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.story.Stories;

/** What of the claims a caller may see: a reader those that are public, with their places in stories that are. */
@ApplicationScoped
public class ShownClaims {

    private final Stories stories;

    ShownClaims(Stories stories) {
        this.stories = stories;
    }

    /** Each claim of which the caller may see anything, reduced to that. */
    Uni<List<Claim>> to(Caller caller, List<Claim> claims) {
        return to(caller, claims, Set.of());
    }

    /** The same, when it is known already that the caller may see some of the articles. */
    public Uni<List<Claim>> to(Caller caller, List<Claim> claims, Set<String> seen) {
        if (caller.seesDrafts()) {
            return Uni.createFrom()
                    .item(claims.stream().filter(claim -> !claim.isRemoved()).toList());
        }
        List<Claim> open = claims.stream()
                .filter(claim -> claim.editorial().isPublic(null, null, null))
                .toList();
        Set<String> others = open.stream()
                .flatMap(claim -> claim.articleIds().stream())
                .filter(article -> !seen.contains(article))
                .collect(Collectors.toSet());
        return stories.visible(others, caller)
                .map(visible -> open.stream()
                        .flatMap(claim ->
                                claim.shownIn(article -> seen.contains(article) || visible.contains(article)).stream())
                        .toList());
    }
}

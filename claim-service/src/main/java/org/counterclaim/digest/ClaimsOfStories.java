package org.counterclaim.digest;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterclaim.claim.Claim;
import org.counterclaim.claim.Claims;
import org.counterclaim.claim.ShownClaims;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.story.ArticleText;
import org.counterclaim.story.Stories;

/** The claims that appear in stories, as a caller may see them. */
@ApplicationScoped
class ClaimsOfStories {

    private final Claims claims;
    private final ShownClaims shown;
    private final Stories stories;

    ClaimsOfStories(Claims claims, ShownClaims shown, Stories stories) {
        this.claims = claims;
        this.shown = shown;
        this.stories = stories;
    }

    /** A story's text and its claims; a failure with 404, 410 or 451 if the caller may not see the story. */
    record OfStory(ArticleText text, List<Claim> claims) {}

    Uni<OfStory> of(String articleId, Caller caller) {
        return stories.text(articleId, caller)
                .chain(text -> claims.appearingIn(List.of(articleId))
                        .chain(found -> shown.to(caller, found, Set.of(articleId)))
                        .map(seen -> new OfStory(text, seen)));
    }

    /** The claims of each of these stories that the caller may see. */
    Uni<Map<String, List<Claim>>> of(List<String> articleIds, Caller caller) {
        return stories.visible(articleIds, caller)
                .chain(open -> claims.appearingIn(open)
                        .chain(found -> shown.to(caller, found, open))
                        .map(seen -> open.stream()
                                .collect(Collectors.toMap(article -> article, article -> appearingIn(article, seen)))));
    }

    private static List<Claim> appearingIn(String article, List<Claim> claims) {
        return claims.stream()
                .filter(claim -> claim.appearances().stream().anyMatch(appearance -> appearance.isIn(article)))
                .toList();
    }
}

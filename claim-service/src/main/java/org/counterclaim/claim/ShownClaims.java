package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterclaim.appearance.Appearance;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.story.Stories;

/** What of the claims a caller may see: a reader those that are public, with their places in stories that are. */
@ApplicationScoped
public class ShownClaims {

    private final Stories stories;

    ShownClaims(Stories stories) {
        this.stories = stories;
    }

    /** Those of these articles that the caller may see. */
    Uni<Set<String>> articles(Caller caller, Set<String> articleIds) {
        return caller.seesDrafts() ? Uni.createFrom().item(articleIds) : stories.visible(articleIds, caller);
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
                        .flatMap(claim -> shown(claim, article -> seen.contains(article) || visible.contains(article)))
                        .toList());
    }

    /** What a reader sees of a claim who sees these articles; nothing if it appears in none of them. */
    private static Stream<Claim> shown(Claim claim, Predicate<String> articles) {
        List<Appearance> places =
                claim.appearances().stream().filter(a -> a.isShown(articles)).toList();
        if (places.isEmpty()) {
            return Stream.empty();
        }
        Claim shown = claim.withAppearances(places)
                .withPositions(claim.positions().stream()
                        .map(position -> position.shownIn(articles))
                        .toList());
        return Stream.of(shown.withFindings(claim.findings().shownAt(shown.places())));
    }
}

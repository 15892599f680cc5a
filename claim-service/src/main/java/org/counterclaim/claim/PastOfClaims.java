package org.counterclaim.claim;

import com.mongodb.client.model.Filters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.kit.store.Recorded;

/** What several claims were, read at once. What is hidden now is hidden with its whole past: ask for what the caller sees. */
@ApplicationScoped
public class PastOfClaims {

    private final Claims claims;
    private final ShownClaims shown;

    PastOfClaims(Claims claims, ShownClaims shown) {
        this.claims = claims;
        this.shown = shown;
    }

    /** The revisions of each as far as the caller may see them, from the first on, with their places in stories that he sees. */
    public Uni<Map<String, List<Recorded<Claim>>>> of(Collection<String> ids, Caller caller) {
        return claims.recorded(ids, caller.seesDrafts())
                .chain(recorded -> shown.to(
                                caller, recorded.stream().map(Recorded::thing).toList())
                        .map(seen -> byId(recorded, seen)));
    }

    private static Map<String, List<Recorded<Claim>>> byId(List<Recorded<Claim>> recorded, List<Claim> seen) {
        Map<String, Claim> visible =
                seen.stream().collect(Collectors.toMap(PastOfClaims::revision, Function.identity()));
        return recorded.stream()
                .filter(one -> visible.containsKey(revision(one.thing())))
                .map(one -> new Recorded<>(visible.get(revision(one.thing())), one.change()))
                .collect(Collectors.groupingBy(one -> one.thing().id(), LinkedHashMap::new, Collectors.toList()));
    }

    private static String revision(Claim claim) {
        return claim.id() + ":" + claim.revision();
    }

    /**
     * The claims that readers could see in an article at a revision for which something holds, and that are not among those that
     * the caller sees there now.
     */
    public Uni<List<String>> goneFrom(String articleId, Set<String> seen, Predicate<Claim> held) {
        return claims.stream(Filters.eq("appearances.content.articleId", articleId))
                .map(Claim::id)
                .filter(id -> !seen.contains(id))
                .collect()
                .asList()
                .chain(ids -> claims.recorded(ids, false))
                .map(recorded -> recorded.stream()
                        .map(Recorded::thing)
                        .filter(claim -> claim.articleIds().contains(articleId) && held.test(claim))
                        .map(Claim::id)
                        .distinct()
                        .toList());
    }
}

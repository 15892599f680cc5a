package org.counterclaim.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.counterclaim.kit.page.Page;
import org.counterclaim.kit.page.Paging;
import org.counterclaim.kit.search.FacetQuery;
import org.counterclaim.kit.search.Facets;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.kit.store.Listing;
import org.counterclaim.party.Parties;

/** Finds the claims that somebody asks for, as he may see them. */
@ApplicationScoped
class FindClaims {

    private final Claims claims;
    private final CountClaims count;
    private final ShownClaims shown;
    private final Parties parties;

    FindClaims(Claims claims, CountClaims count, ShownClaims shown, Parties parties) {
        this.claims = claims;
        this.count = count;
        this.shown = shown;
        this.parties = parties;
    }

    /**
     * One page of what was found.
     *
     * @param facets null if nobody asked
     */
    record Found(Page<Claim> page, Facets facets) {}

    Uni<Found> by(ClaimQuery query, Paging paging, Caller caller) {
        FacetQuery facets = query.facets();
        return known(query, caller)
                .chain(known -> query.understood(
                        () -> caller.seesDrafts() ? query.forTheNewsroom(known) : query.forEveryone(known)))
                .chain(list -> page(list, paging, caller)
                        .chain(page -> count.facets(list, facets, caller).map(counted -> new Found(page, counted))));
    }

    /** A claim must not be found by a story that its reader does not know of. */
    private Uni<ClaimQuery.Known> known(ClaimQuery query, Caller caller) {
        Uni<List<String>> articles = query.articleId == null
                ? Uni.createFrom().nullItem()
                : shown.articles(caller, Set.of(query.articleId)).map(List::copyOf);
        return articles.chain(seen -> parties.idsOf(query.author)
                .chain(authors ->
                        parties.idsOf(query.party).map(others -> new ClaimQuery.Known(seen, authors, others))));
    }

    private Uni<Page<Claim>> page(Listing list, Paging paging, Caller caller) {
        return claims.page(list, paging)
                .chain(page -> shown.to(caller, page.items()).map(page::withItems));
    }
}

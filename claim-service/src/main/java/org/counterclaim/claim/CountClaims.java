package org.counterclaim.claim;

import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.counterclaim.kit.search.FacetQuery;
import org.counterclaim.kit.search.Facets;
import org.counterclaim.kit.security.Caller;
import org.counterclaim.kit.store.Listing;

/** Counts the claims that a caller may see: a reader those that are public, in stories that are. */
@ApplicationScoped
class CountClaims {

    private static final String QUOTED = "appearances.content.articleId";

    private final Claims claims;
    private final ShownClaims shown;

    CountClaims(Claims claims, ShownClaims shown) {
        this.claims = claims;
        this.shown = shown;
    }

    /** By what readers may want to narrow a list to; null if nothing is asked for. */
    Uni<Facets> facets(Listing list, FacetQuery asked, Caller caller) {
        return asked.isEmpty()
                ? Uni.createFrom().nullItem()
                : counted(list, asked.pipeline(), caller).map(asked::read);
    }

    /** By what they have in common, all that the caller may see. */
    Uni<ClaimStats> by(Set<ClaimStats.By> by, Caller caller) {
        Bson visible = caller.seesDrafts() ? ClaimFilters.isKept() : ClaimFilters.published(false);
        return counted(new Listing(visible, "", "updatedAt", true), ClaimStats.pipeline(by), caller)
                .map(ClaimStats::read);
    }

    private Uni<BsonDocument> counted(Listing list, List<Bson> pipeline, Caller caller) {
        return seen(list, caller)
                .chain(seen -> claims.aggregate(
                                list,
                                Stream.concat(Stream.of(Aggregates.match(seen)), pipeline.stream())
                                        .toList())
                        .collect()
                        .first());
    }

    /** What holds for those of the list that the caller may see: even a number must not tell of a story that is not public. */
    private Uni<Bson> seen(Listing list, Caller caller) {
        return caller.seesDrafts()
                ? Uni.createFrom().item(Filters.empty())
                : articles(list)
                        .chain(articles -> shown.articles(caller, articles))
                        .map(CountClaims::isIn);
    }

    /** Every article that something of the list appears in. */
    private Uni<Set<String>> articles(Listing list) {
        List<Bson> each = List.of(Aggregates.unwind("$appearances"), Aggregates.group("$" + QUOTED));
        return claims.aggregate(list, each)
                .filter(found -> found.isString("_id"))
                .map(found -> found.getString("_id").getValue())
                .collect()
                .asSet();
    }

    /** What stands elsewhere is not ours to hide. */
    private static Bson isIn(Set<String> articles) {
        return Filters.or(
                Filters.in(QUOTED, articles), Filters.elemMatch("appearances", Filters.eq("content.articleId", null)));
    }
}

package org.counterclaim.story;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.counterclaim.upstream.Answer;

/** Pages of articles as cards with their counts: one call for the articles, one for the counts of all of them. */
@Singleton
class CardPages {

    private final ArticleSource articles;
    private final ClaimSource claims;
    private final StoryJson json;

    CardPages(ArticleSource articles, ClaimSource claims, StoryJson json) {
        this.articles = articles;
        this.claims = claims;
        this.json = json;
    }

    /**
     * One page.
     *
     * @param missing why not every card has its counts; null if each has
     * @param links header {@code Link} of the page, null for none
     */
    record Counted(StoryCards cards, Missing missing, String links) {}

    /** @param query of the article service; null for none */
    Uni<Counted> read(String query, RoutingContext reader) {
        return articles.page(query, reader).chain(page -> {
            StoryCards cards = StoryCards.of(json.read(page.body())).orElseThrow(articles::invalid);
            return count(cards, reader).map(missing -> new Counted(cards, missing, links(page)));
        });
    }

    /** Puts the counts on the cards. */
    private Uni<Missing> count(StoryCards cards, RoutingContext reader) {
        if (cards.ids().isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return claims.digests(cards.ids(), reader).map(got -> count(cards, got));
    }

    private Missing count(StoryCards cards, Got got) {
        if (got.missing() != null) {
            return got.missing();
        }
        return cards.count(json.read(got.part().answer().body()))
                .map(claims::missing)
                .orElse(null);
    }

    private static String links(Answer page) {
        String links = page.header(HttpHeaders.createOptimized("Link"));
        return links == null ? null : links.replace("</v1/articles", "</v1/stories");
    }
}

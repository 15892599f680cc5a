package org.counterclaim.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.counterclaim.upstream.Answer;

/** Pages of articles as cards with their counts: one call for the articles, one for the counts of all of them. */
@Singleton
class CardPages {

    private final ArticleSource articles;
    private final ClaimSource claims;
    private final ObjectMapper json;

    CardPages(ArticleSource articles, ClaimSource claims, ObjectMapper json) {
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
            StoryCards cards = StoryCards.of(read(page)).orElseThrow(articles::invalid);
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
        return cards.count(read(got.part().answer())).map(claims::missing).orElse(null);
    }

    /** What is nested too deep, or has a member twice, is no page of ours. */
    private JsonNode read(Answer answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            return json.missingNode();
        }
    }

    private static String links(Answer page) {
        String links = page.header(HttpHeaders.createOptimized("Link"));
        return links == null ? null : links.replace("</v1/articles", "</v1/stories");
    }
}

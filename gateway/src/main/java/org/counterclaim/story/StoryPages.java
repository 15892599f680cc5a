package org.counterclaim.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.counterclaim.upstream.Answer;

/** Pages of story cards: one call for the articles, one for the counts of all of them. */
@Singleton
class StoryPages {

    private static final int TAG_BYTES = 12;

    private final ArticleSource articles;
    private final ClaimSource claims;
    private final ObjectMapper json;

    StoryPages(ArticleSource articles, ClaimSource claims, ObjectMapper json) {
        this.articles = articles;
        this.claims = claims;
        this.json = json;
    }

    /** @param query as the reader sent it; null for none */
    Uni<Composed> page(String query, RoutingContext reader) {
        return articles.page(query, reader).chain(page -> {
            StoryCards cards = StoryCards.of(read(page)).orElseThrow(articles::invalid);
            return counts(cards, reader).map(missing -> compose(cards, links(page), missing));
        });
    }

    /** Puts the counts on the cards. */
    private Uni<Missing> counts(StoryCards cards, RoutingContext reader) {
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

    private Composed compose(StoryCards cards, String links, Missing missing) {
        Completeness completeness = missing == null ? Completeness.WHOLE : Completeness.without(missing);
        ObjectNode page = cards.page(completeness.json());
        try {
            byte[] body = json.writeValueAsBytes(page);
            return new Composed(body, missing == null ? tag(body) : null, links, null, completeness);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
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

    private static String tag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}

package org.counterclaim.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterclaim.upstream.UpstreamFailure.Reason;

/** The cards of a page: of each article what a reader chooses by, and how much of it is disputed. */
final class StoryCards {

    /** Member for the counts. */
    static final String DIGEST = "digest";

    private static final List<String> MEMBERS =
            List.of("id", "slug", "url", "headline", "standfirst", "image", "datePublished", "revision");

    private final Map<String, ObjectNode> byId = new LinkedHashMap<>();
    private final JsonNode position;

    private StoryCards(JsonNode position) {
        this.position = position;
    }

    /** The cards of a page of articles; empty if it is no page. */
    static Optional<StoryCards> of(JsonNode articles) {
        StoryCards cards = new StoryCards(articles.path("page"));
        if (!articles.path("items").isArray() || !cards.position.isObject()) {
            return Optional.empty();
        }
        for (JsonNode article : articles.path("items")) {
            if (!(article instanceof ObjectNode card) || !card.path("id").isTextual()) {
                return Optional.empty();
            }
            cards.byId.put(card.path("id").asText(), card.retain(MEMBERS));
        }
        return Optional.of(cards);
    }

    /** A page with nothing on it, and none after it. */
    static StoryCards none(int limit) {
        return new StoryCards(
                JsonNodeFactory.instance.objectNode().put("limit", limit).putNull("nextCursor"));
    }

    List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    /** Puts counts on the cards; says what is wrong if they are no counts or a card is left without. */
    Optional<Reason> count(JsonNode digests) {
        if (!digests.path("items").isArray()) {
            return Optional.of(Reason.INVALID);
        }
        for (JsonNode item : digests.path("items")) {
            ObjectNode card = byId.get(item.path("articleId").asText());
            if (card != null && item.path(DIGEST).isObject()) {
                card.set(DIGEST, item.path(DIGEST));
            }
        }
        boolean all = byId.values().stream().allMatch(card -> card.has(DIGEST));
        return all ? Optional.empty() : Optional.of(Reason.UNAVAILABLE);
    }

    List<ObjectNode> all() {
        return List.copyOf(byId.values());
    }

    /** How to go on, as the article service says it. */
    JsonNode position() {
        return position;
    }

    /** A page of all of them, without its completeness. */
    ObjectNode page() {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.putArray("items").addAll(byId.values());
        page.set("page", position);
        return page;
    }
}

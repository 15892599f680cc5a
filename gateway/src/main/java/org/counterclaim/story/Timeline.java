package org.counterclaim.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happened to a story: to its article, each revision with what readers were told of it, and to its claims' status. */
final class Timeline {

    private static final String AT = "at";

    private final ObjectNode story;

    Timeline(ObjectNode story) {
        this.story = story;
    }

    /**
     * All of it, the latest first, without its completeness.
     *
     * @param revisions page of the article's
     * @param moves of the claims' status; missing if they cannot be had
     */
    ObjectNode of(JsonNode revisions, JsonNode moves) {
        List<ObjectNode> events = new ArrayList<>();
        revisions.path("items").forEach(revision -> events.add(ofArticle(revision)));
        moves.path("items").forEach(move -> events.add(ofClaim(move)));
        // both services write times in one form, in which the order of the words is that of the times
        events.sort(Comparator.comparing((ObjectNode event) -> event.path(AT).asText())
                .reversed());
        ObjectNode timeline = JsonNodeFactory.instance.objectNode();
        timeline.set("id", story.path("id"));
        timeline.putArray("items").addAll(events);
        return timeline;
    }

    private ObjectNode ofArticle(JsonNode revision) {
        ObjectNode event = event(revision.path("updatedAt"), ArticleSource.PART, revision);
        for (JsonNode correction : story.path("article").path("corrections")) {
            if (correction.path("toRevision").asInt()
                    == revision.path("revision").asInt()) {
                event.set("correction", correction);
            }
        }
        return event;
    }

    private static ObjectNode ofClaim(JsonNode move) {
        return event(move.path("move").path(AT), "claim", move);
    }

    private static ObjectNode event(JsonNode at, String kind, JsonNode what) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.set(AT, at);
        event.put("kind", kind);
        event.set(kind, what);
        return event;
    }
}

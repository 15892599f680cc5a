package org.counterclaim.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;

/** A story with the parts that its reader has chosen. What is not in the story yet is asked for, all of it at the same time. */
@Singleton
class ChosenParts {

    private static final Uni<Got> NOT_ASKED = Uni.createFrom().nullItem();

    private final ArticleSource articles;
    private final ClaimSource claims;
    private final StoryJson json;

    ChosenParts(ArticleSource articles, ClaimSource claims, StoryJson json) {
        this.articles = articles;
        this.claims = claims;
        this.json = json;
    }

    Uni<Composed> of(Composed story, Set<Include> include, RoutingContext reader) {
        ObjectNode tree = json.read(story);
        String id = tree.path("id").asText();
        return Uni.combine()
                .all()
                .unis(
                        include.contains(Include.POSITIONS) ? claims.positions(id, reader) : NOT_ASKED,
                        include.contains(Include.RELATED) ? articles.related(id, reader) : NOT_ASKED)
                .with((positions, related) -> new ChosenStory(tree, story, include)
                        .with(Include.POSITIONS, positions, read(positions))
                        .with(Include.RELATED, related, read(related).path("items"))
                        .compose(json));
    }

    private JsonNode read(Got got) {
        return got == null || got.part() == null
                ? json.read(new byte[0])
                : json.read(got.part().answer().body());
    }
}

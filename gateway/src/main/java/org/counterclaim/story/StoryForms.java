package org.counterclaim.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.counterclaim.upstream.Answer;

/** Stories in other forms than our JSON: as text for people, and in the words of schema.org. */
@Singleton
class StoryForms {

    static final String JSON_LD = "application/ld+json";

    private final ArticleSource articles;
    private final ClaimSource claims;
    private final StoryJson json;

    StoryForms(ArticleSource articles, ClaimSource claims, StoryJson json) {
        this.articles = articles;
        this.claims = claims;
        this.json = json;
    }

    /** The article, and what is disputed in it with who says so and who denies it. */
    Composed text(Composed story) {
        ObjectNode tree = json.read(story);
        byte[] text = StoryText.of(tree, story.completeness()).getBytes(StandardCharsets.UTF_8);
        String tag = Variant.tag(story.tag(), "text", List.of());
        return new Composed(text, tag, story.links(), story.slug(), story.completeness());
    }

    /**
     * A NewsArticle that mentions Claims, each with its ClaimReviews, as the services write them. There is no word in which it could
     * say that the claims are missing: without them there is none.
     */
    Uni<Composed> linked(Composed story, RoutingContext reader) {
        ObjectNode tree = json.read(story);
        String id = tree.path("id").asText();
        return Uni.combine()
                .all()
                .unis(articles.linked(id, reader), claims.linked(id, reader))
                .with((article, part) -> linked(story, tree, article, part));
    }

    private Composed linked(Composed story, ObjectNode tree, Answer article, Got part) {
        if (part.missing() != null) {
            throw StoryParts.problem(part.missing());
        }
        if (!(json.read(article.body()) instanceof ObjectNode document)) {
            throw articles.invalid();
        }
        JsonNode graph = json.read(part.part().answer().body()).path("@graph");
        document.set("mentions", graph);
        List<String> made = List.of(
                String.valueOf(article.header("ETag")),
                String.valueOf(part.part().tag()));
        String tag = Variant.tag(story.tag(), JSON_LD, made);
        return new Composed(json.write(document), tag, story.links(), story.slug(), Completeness.WHOLE);
    }
}

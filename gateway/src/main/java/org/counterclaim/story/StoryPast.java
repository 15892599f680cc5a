package org.counterclaim.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.counterclaim.kit.http.Preconditions;
import org.counterclaim.upstream.Answer;

/** What became of a story: of its article and of its claims, one beside the other. */
@Singleton
class StoryPast {

    private final ArticleSource articles;
    private final ClaimSource claims;
    private final StoryJson json;

    StoryPast(ArticleSource articles, ClaimSource claims, StoryJson json) {
        this.articles = articles;
        this.claims = claims;
        this.json = json;
    }

    /** Both services' histories as one, the latest first. */
    Uni<Composed> timeline(Composed story, RoutingContext reader) {
        ObjectNode tree = json.read(story);
        String id = tree.path("id").asText();
        return Uni.combine()
                .all()
                .unis(articles.revisions(id, reader), claims.timeline(id, reader))
                .with((revisions, moves) -> timeline(new Timeline(tree), revisions, moves));
    }

    private Composed timeline(Timeline timeline, Answer revisions, Got moves) {
        JsonNode ofClaims = moves.part() == null
                ? json.read(new byte[0])
                : json.read(moves.part().answer().body());
        ObjectNode body = timeline.of(json.read(revisions.body()), ofClaims);
        Completeness completeness = Completeness.without(moves.missing());
        String tag = moves.missing() == null ? "W/" + Preconditions.tag(List.of(body.toString())) : null;
        body.putRawValue("completeness", new RawValue(completeness.json()));
        return new Composed(json.write(body), tag, null, null, completeness);
    }

    /** What changed since a reader has read it. */
    Uni<Composed> changes(Composed story, ReadSince read, RoutingContext reader) {
        String id = json.read(story).path("id").asText();
        return Uni.combine()
                .all()
                .unis(ofArticle(id, read, reader), claims.changes(id, read, reader))
                .with((article, ofClaims) -> Composition.of(id, Got.fresh(new Part(article, null)), ofClaims));
    }

    private Uni<Answer> ofArticle(String id, ReadSince read, RoutingContext reader) {
        Uni<Integer> from = read.moment() == null
                ? Uni.createFrom().item(() -> read.ofArticle(id))
                : articles.asOf(id, read.moment(), reader)
                        .map(then -> json.read(then.body()).path("revision").asInt());
        return from.chain(revision -> articles.changes(id, revision, reader));
    }
}

package org.counterclaim.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.counterclaim.upstream.UpstreamFailure;

/** What of a story is read by itself. Of that the claims are no part that may be missing: without them there is nothing. */
@Singleton
class StoryParts {

    private final ClaimSource claims;
    private final StoryJson json;

    StoryParts(ClaimSource claims, StoryJson json) {
        this.claims = claims;
        this.json = json;
    }

    /**
     * Its claims by what their positions come to.
     *
     * @throws HttpProblem 503 or 504 without the claims
     */
    Composed digest(Composed story) {
        JsonNode part = json.read(story).path("claims");
        if (part.isMissingNode()) {
            throw problem(story.completeness().firstMissing().orElseThrow());
        }
        ObjectNode digest = JsonNodeFactory.instance.objectNode();
        digest.set("id", part.path("articleId"));
        digest.set("articleRevision", part.path("articleRevision"));
        digest.set("digest", part.path("digest"));
        digest.putRawValue(
                "completeness", new RawValue(story.completeness().ofClaims().json()));
        return new Composed(
                json.write(digest),
                Variant.tag(story.tag(), "digest", List.of()),
                null,
                null,
                story.completeness().ofClaims());
    }

    /** Who stands where on each of its claims; a failure with 503 or 504 if that cannot be had. */
    Uni<Composed> positions(Composed story, RoutingContext reader) {
        return claims.positions(json.read(story).path("id").asText(), reader).map(got -> {
            if (got.missing() != null) {
                throw problem(got.missing());
            }
            byte[] body = got.part().answer().body();
            String tag = Variant.tag(
                    story.tag(), "positions", List.of(String.valueOf(got.part().tag())));
            return new Composed(body, tag, null, null, Completeness.WHOLE);
        });
    }

    static HttpProblem problem(Missing missing) {
        return UpstreamFailure.problem(missing.reason(), missing.retryAfter());
    }
}
